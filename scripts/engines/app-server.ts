// A small app with the real client, for the scenarios: its page, its redirect page, its backend.

import { createServer, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { build } from 'esbuild'
import { type RedirectPageWithScript, redirectPage } from 'smartcar-connect/redirect-page'
import { type AppBackend, createAppBackend, loginOf, newLogin } from './app-backend.ts'

/** The running app. */
export type App = {
  readonly origin: string
  /** The codes that its backend was given, in the order of coming. */
  readonly codes: readonly string[]
  /** The whole grants. */
  readonly grants: readonly Readonly<Record<string, string>>[]
  /** What pages with `?tell` have told of their sessions, as in `connected 1`. */
  readonly told: readonly string[]
  /** What its version 3 backend was asked. */
  readonly asked: readonly AskedOfBackend[]
  /** Ends the server and its connections. */
  readonly stop: () => Promise<void>
}

/** A request to the version 3 backend. */
export type AskedOfBackend = {
  /** Method and path, as in `POST /api/smartcar/session`. */
  readonly what: string
  /** The host that was asked. */
  readonly host: string | undefined
  /** What the browser says of the page. */
  readonly origin: string | undefined
  readonly site: string | undefined
  /** The names of the cookies that came along. */
  readonly cookies: readonly string[]
}

/** Where the app is, if not at a free port of `localhost`. */
export type AppPlace = {
  /** The key and the certificate of its hosts. */
  readonly tls: { readonly key: string; readonly cert: string }
  readonly port: number
  /** The host of its page; its server answers at every host. */
  readonly host: string
  /** The domain of the login's cookie. */
  readonly domain: string
  /** The redirect page of its version 3 backend. */
  readonly redirectUri: string
}

// `?coop=` and `?csp=` are sent as the page's policies, `?scenario=` goes to the simulator;
// `?options=` is JSON, a list of them makes as many connections. With `?tell` the page tells the server
// about its sessions, as a driver that asks a page may count as a click.
const page = `<!doctype html><html lang="en"><title>App</title>
<main></main>
<script type="module" src="/app.js"></script>`

function script(connectOrigin: string) {
  return `
  import { diagnoseConnect } from 'smartcar-connect/diagnose'
  import { createConnect } from 'smartcar-connect'
  const query = new URLSearchParams(location.search)
  const tell = what => query.has('tell') && fetch('/tell?' + what, { method: 'POST' })
  const scenario = query.get('scenario')
  const base = {
    clientId: 'demo-client',
    redirectUri: location.origin + '/smartcar-redirect.html',
    connectOrigin: ${JSON.stringify(connectOrigin)},
    mode: 'simulated',
    scope: ['required:read_vehicle_info'],
    flags: scenario ? { scenario } : undefined,
    exchange: '/exchange',
  }
  const given = JSON.parse(query.get('options') ?? '{}', (_, value) => value ?? undefined)
  const connections = [given].flat().map(more => {
    const options = more.backend ? more : { ...base, ...more }
    // \`appUser\` on the window is who is logged in now.
    const connect = createConnect(() => ({ appUser: globalThis.appUser, ...options }))
    const seen = []
    connect.subscribe(() => {
      const { status, popup, reason, error, data } = connect.getSession()
      seen.push([status, popup ?? reason ?? error?.code ?? data?.number].filter(Boolean).join(' '))
      tell('session=' + seen.at(-1))
    })
    const button = document.createElement('button')
    button.textContent = 'Connect your car'
    button.onclick = () => void connect.open()
    if (query.has('tell')) setInterval(() => {
      if (connect.getSession().status === 'preparing') tell('active=' + navigator.userActivation.isActive)
    }, 100)
    document.querySelector('main').append(button)
    return { connect, seen, options }
  })
  const [{ connect, seen, options }] = connections
  const diagnose = async () => (await diagnoseConnect(options)).map(({ code }) => code)
  Object.assign(globalThis, { connections, connect, diagnose, seen })
`
}

/** The redirect page as the app serves it. */
export type ServedRedirectPage = Pick<RedirectPageWithScript, 'html' | 'headers'> &
  Partial<RedirectPageWithScript>

/**
 * Starts the app on a free port of this machine.
 *
 * @param connectOrigin where the simulator is
 * @param redirect its redirect page; a script of its own is served beside it
 * @param place where it is. @default a free port of localhost
 */
export async function startApp(
  connectOrigin: string,
  redirect: ServedRedirectPage = redirectPage(),
  place?: AppPlace,
): Promise<App> {
  const { outputFiles } = await build({
    stdin: { contents: script(connectOrigin), resolveDir: import.meta.dirname },
    bundle: true,
    // As in an app's build: what is loaded later comes in files of its own.
    splitting: true,
    outdir: '/',
    entryNames: 'app',
    write: false,
    format: 'esm',
    target: 'es2022',
  })
  const scripts = new Map(outputFiles.map(({ path, text }) => [path, text]))
  const codes: string[] = []
  const grants: Record<string, string>[] = []

  const told: string[] = []
  const asked: AskedOfBackend[] = []
  let backend: AppBackend | undefined

  const listener: RequestListener = async (request, response) => {
    const { pathname, searchParams } = new URL(`http://localhost${request.url}`)
    if (pathname === '/tell') {
      const session = searchParams.get('session')
      if (session !== null) told.push(session)
      if (searchParams.has('active')) backend?.hearClick(searchParams.get('active') === 'true')
      response.writeHead(204).end()
    } else if (/\/api\/smartcar\/\w+$/.test(pathname)) {
      const { host, origin, cookie = '', 'sec-fetch-site': site } = request.headers
      const cookies = cookie.split('; ').flatMap(pair => pair.split('=').slice(0, 1))
      asked.push({ what: `${request.method} ${pathname}`, host, origin, site: `${site}`, cookies })
      await backend?.answer(request, response)
    } else if (scripts.has(pathname)) {
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(scripts.get(pathname))
    } else if (pathname.endsWith('/smartcar-redirect.html')) {
      response.writeHead(200, redirect.headers).end(redirect.html)
    } else if (pathname === '/smartcar-redirect.js' && redirect.script) {
      response.writeHead(200, redirect.script.headers).end(redirect.script.text)
    } else if (pathname === '/exchange' && request.method !== 'POST') {
      response.writeHead(405, { Allow: 'POST' }).end()
    } else if (pathname === '/exchange') {
      let body = ''
      for await (const chunk of request) body += chunk
      const grant = JSON.parse(body)
      grants.push(grant)
      codes.push(grant.code)
      const answer = JSON.stringify({ number: codes.length })
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(answer)
    } else {
      const policy = searchParams.get('coop') ?? 'unsafe-none'
      const login = newLogin(place ? `; Secure; Domain=${place.domain}` : '')
      const headers = {
        'Content-Type': 'text/html',
        'Cross-Origin-Opener-Policy': policy,
        'Content-Security-Policy': searchParams.get('csp') ?? '',
        ...(loginOf(request.headers.cookie) === undefined && { 'Set-Cookie': login }),
      }
      response.writeHead(200, headers).end(page)
    }
  }
  const server = place ? createSecureServer(place.tls, listener) : createServer(listener)
  await new Promise<void>(resolve => server.listen(place?.port ?? 0, 'localhost', resolve))
  const { port } = server.address() as AddressInfo
  const origin = place ? `https://${place.host}:${port}` : `http://localhost:${port}`
  const { redirectUri } = place ?? {}
  backend = createAppBackend({ simulator: connectOrigin, origin, redirectUri })
  return {
    origin,
    codes,
    grants,
    told,
    asked,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
