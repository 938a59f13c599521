// A small app with the real client, for the scenarios: its page, its redirect page, its backend.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { build } from 'esbuild'
import { type RedirectPageWithScript, redirectPage } from 'smartcar-connect/redirect-page'

/** The running app. */
export type App = {
  readonly origin: string
  /** The codes that its backend was given, in the order of coming. */
  readonly codes: readonly string[]
  /** The whole grants. */
  readonly grants: readonly Readonly<Record<string, string>>[]
  /** Ends the server and its connections. */
  readonly stop: () => Promise<void>
}

// `?coop=` and `?csp=` are sent as the page's policies, `?scenario=` goes to the simulator;
// `?options=` is JSON, a list of them makes as many connections.
const page = `<!doctype html><html lang="en"><title>App</title>
<main></main>
<script type="module" src="/app.js"></script>`

function script(connectOrigin: string) {
  return `
  import { diagnoseConnect } from 'smartcar-connect/diagnose'
  import { createConnect } from 'smartcar-connect'
  const query = new URLSearchParams(location.search)
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
    const options = { ...base, ...more }
    // \`appUser\` on the window is who is logged in now.
    const connect = createConnect(() => ({ appUser: globalThis.appUser, ...options }))
    const seen = []
    connect.subscribe(() => {
      const { status, popup, reason, error, data } = connect.getSession()
      seen.push([status, popup ?? reason ?? error?.code ?? data?.number].filter(Boolean).join(' '))
    })
    const button = document.createElement('button')
    button.textContent = 'Connect your car'
    button.onclick = () => void connect.open()
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
 */
export async function startApp(
  connectOrigin: string,
  redirect: ServedRedirectPage = redirectPage(),
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

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(`http://localhost${request.url}`)
    if (scripts.has(pathname)) {
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(scripts.get(pathname))
    } else if (pathname === '/smartcar-redirect.html') {
      response.writeHead(200, redirect.headers).end(redirect.html)
    } else if (pathname === '/smartcar-redirect.js' && redirect.script) {
      response.writeHead(200, redirect.script.headers).end(redirect.script.text)
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
      const headers = {
        'Content-Type': 'text/html',
        'Cross-Origin-Opener-Policy': policy,
        'Content-Security-Policy': searchParams.get('csp') ?? '',
      }
      response.writeHead(200, headers).end(page)
    }
  })
  await new Promise<void>(resolve => server.listen(0, 'localhost', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://localhost:${port}`,
    codes,
    grants,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
