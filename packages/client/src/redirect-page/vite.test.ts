// The Vite plugin in real servers and builds of Vite.

import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer as createHttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, createLogger, createServer, type InlineConfig, preview } from 'vite'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { redirectPage } from './page.ts'
import { smartcarConnect } from './vite.ts'

const { html, headers } = redirectPage()
let root: string
let closers: (() => Promise<unknown> | unknown)[]

beforeEach(async () => {
  closers = []
  root = await mkdtemp(join(tmpdir(), 'smartcar-connect-'))
  await writeFile(join(root, 'index.html'), '<!doctype html><title>The app</title>')
})
afterEach(async () => {
  for (const close of closers.reverse()) await close()
  await rm(root, { recursive: true })
})

type Options = { redirectPath?: string | undefined; scriptPath?: string | undefined }

function config(base: string, { redirectPath, scriptPath }: Options = {}): InlineConfig {
  return {
    root,
    base,
    configFile: false,
    logLevel: 'silent',
    plugins: [
      smartcarConnect({ ...(redirectPath && { redirectPath }), ...(scriptPath && { scriptPath }) }),
    ],
  }
}

async function listen(handler: Parameters<typeof createHttpServer>[1]) {
  const server = createHttpServer(handler).listen(0, '127.0.0.1')
  closers.push(() => {
    server.closeAllConnections()
    server.close()
  })
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

// An app that shows the address of its redirect page.
function writeApp() {
  return writeFile(
    join(root, 'index.html'),
    `<!doctype html><script type="module">
      import { redirectUri } from 'virtual:smartcar-connect'
      document.title = redirectUri
    </script>`,
  )
}

async function createDev(base: string, options?: Options) {
  const vite = await createServer({
    ...config(base, options),
    server: { middlewareMode: true, ws: false },
    optimizeDeps: { noDiscovery: true },
  })
  closers.push(() => vite.close())
  return vite
}

async function serve(base: string, options?: Options) {
  return listen((await createDev(base, options)).middlewares)
}

async function serveBuild(base: string, options?: Options) {
  await build(config(base, options))
  const vite = await preview({
    ...config(base, options),
    preview: { port: 0, host: '127.0.0.1' },
  })
  closers.push(() => vite.close())
  const { port } = vite.httpServer.address() as AddressInfo
  return `http://127.0.0.1:${port}`
}

async function expectPage(address: string) {
  const response = await fetch(address, { headers: { Accept: 'text/html' } })
  expect([response.status, await response.text()], address).toEqual([200, html])
  for (const [name, value] of Object.entries(headers)) {
    expect(response.headers.get(name), name).toBe(value)
  }
}

async function expectOther(address: string) {
  const response = await fetch(address, { headers: { Accept: 'text/html' } })
  expect(await response.text(), address).not.toBe(html)
}

const places = [
  { base: '/', redirectPath: undefined, at: '/smartcar-redirect.html' },
  { base: '/sub/', redirectPath: undefined, at: '/sub/smartcar-redirect.html' },
  { base: '/sub/', redirectPath: '/auth/done.html', at: '/sub/auth/done.html' },
]

test.each(places)(
  'in dev with base $base, serves the page with its headers at $at',
  { tags: ['T20', 'T21'] },
  async ({ base, redirectPath, at }) => {
    const origin = await serve(base, { redirectPath })
    await expectPage(origin + at)
    await expectPage(`${origin + at}?code=canary&state=x`)
    await expectOther(origin + base)
    await expectOther(`${origin + at}x`)
    await expectOther(`${origin}/elsewhere${at}`)
  },
)

test('in dev with a relative base, serves the page at the root', async () => {
  await expectPage(`${await serve('./')}/smartcar-redirect.html`)
})

test.each(places)(
  'in build and preview with base $base, the page is at $at',
  { tags: ['T20', 'T21'] },
  async ({ base, redirectPath, at }) => {
    const origin = await serveBuild(base, { redirectPath })
    const below = at.slice(base.length)
    expect(await readFile(join(root, 'dist', below), 'utf8')).toBe(html)
    await expectPage(origin + at)
    await expectPage(`${origin + at}?code=canary&state=x`)
    await expectOther(origin + base)
  },
)

test('the build has the page beside the app, and nothing more of ours', async () => {
  await build(config('./'))
  expect((await readdir(join(root, 'dist'))).sort()).toEqual([
    'index.html',
    'smartcar-redirect.html',
  ])
})

test.each([
  '',
  'redirect.html',
  '/redirect',
  '/',
  '/redirect.htm',
  '/a.html?x',
  '/a.html#x',
  '/.html ',
])(
  'the path %j, which no static host could serve, is a TypeError that names it',
  { tags: ['F44'] },
  redirectPath => {
    expect(() => smartcarConnect({ redirectPath })).toThrow(TypeError)
    expect(() => smartcarConnect({ redirectPath })).toThrow('`redirectPath`')
  },
)

test.each(['', '/redirect.mjs', 'redirect.js', '/a b.js', '/a.js?x', '/"a".js', '//a.js'])(
  'the path %j of a script, which no page could name, is a TypeError that names it',
  { tags: ['F44'] },
  scriptPath => {
    expect(() => smartcarConnect({ scriptPath })).toThrow(TypeError)
    expect(() => smartcarConnect({ scriptPath })).toThrow('`scriptPath`')
  },
)

const twoFiles = [
  { base: '/', redirectPath: undefined, scriptPath: '/smartcar-redirect.js' },
  { base: '/garage/', redirectPath: '/auth/done.html', scriptPath: '/assets/done.js' },
]

async function expectTwoFiles(
  origin: string,
  { base, redirectPath, scriptPath }: (typeof twoFiles)[0],
) {
  const at = origin + base.slice(0, -1) + (redirectPath ?? '/smartcar-redirect.html')
  const answer = await fetch(at)
  const text = await answer.text()
  expect(answer.headers.get('Content-Security-Policy')).toContain("script-src 'self';")
  const address = new URL(text.match(/<script src="([^"]+)">/)?.[1] ?? '', at)
  expect(address.pathname).toBe(base.slice(0, -1) + scriptPath)
  const script = await fetch(address)
  expect(script.headers.get('Content-Type')).toContain('text/javascript')
  expect(await script.text()).toBe(redirectPage({ script: 'x.js' }).script.text)
}

test.each(twoFiles)(
  'in dev with base $base, serves the page with its script at $scriptPath',
  {
    tags: ['F69'],
  },
  async place => {
    await expectTwoFiles(await serve(place.base, place), place)
  },
)

test.each(twoFiles)(
  'the build with base $base has the page and its script at $scriptPath',
  {
    tags: ['F69'],
  },
  async place => {
    await expectTwoFiles(await serveBuild(place.base, place), place)
  },
)

test.each(places)(
  'below base $base, the address that the app imports is $at, in dev',
  async ({ base, redirectPath, at }) => {
    const vite = await createDev(base, { redirectPath })
    const { redirectUri } = await vite.ssrLoadModule('virtual:smartcar-connect')
    expect(redirectUri).toBe(at)
    await expectPage((await listen(vite.middlewares)) + redirectUri)
  },
)

test.each(places)(
  'below base $base, the address that the app imports is $at, in a build',
  async ({ base, redirectPath, at }) => {
    await writeFile(
      join(root, 'index.html'),
      `<!doctype html><script type="module">
      import { redirectUri } from 'virtual:smartcar-connect'
      document.title = redirectUri
    </script>`,
    )
    const origin = await serveBuild(base, { redirectPath })
    const page = await (await fetch(origin + base)).text()
    const bundle = await (
      await fetch(new URL(page.match(/src="([^"]+)"/)?.[1] ?? '', origin))
    ).text()
    const redirectUri = bundle.match(/title=[`'"]([^`'"]+)/)?.[1]
    expect(redirectUri).toBe(at)
    await expectPage(origin + redirectUri)
  },
)

test.each([
  ['https://cdn.example/garage/', '/garage/smartcar-redirect.html'],
  ['./', '/smartcar-redirect.html'],
  ['', '/smartcar-redirect.html'],
])('below base %j, the address that the app imports is %s', async (base, at) => {
  const vite = await createDev(base)
  expect(await vite.ssrLoadModule('virtual:smartcar-connect')).toMatchObject({ redirectUri: at })
})

test('built with a relative base, the address is found from the page that is open', async () => {
  await writeApp()
  await build(config('./'))
  const [name = ''] = await readdir(join(root, 'dist/assets'))
  const bundle = await readFile(join(root, 'dist/assets', name), 'utf8')
  const link = { relList: { supports: () => true } }
  const page = { baseURI: 'https://app.example/some/where/', title: '', createElement: () => link }
  vi.stubGlobal('document', page)
  await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(bundle)}`)
  vi.unstubAllGlobals()
  expect(page.title).toBe('/some/where/smartcar-redirect.html')
})

// The lines of a log of Vite's, whatever they are about.
function createLog() {
  const lines: string[] = []
  function info(line: string) {
    lines.push(line)
  }
  function ours() {
    return lines.filter(line => line.includes('Smartcar'))
  }
  return { lines, logger: { ...createLogger('info'), info }, ours }
}

test.each(places)(
  'below base $base, dev and preview print the redirect URI $at under their addresses, once',
  async ({ base, redirectPath, at }) => {
    const dev = createLog()
    const server = await createServer({
      ...config(base, { redirectPath }),
      customLogger: dev.logger,
      server: { host: '127.0.0.1', port: 0, ws: false },
      optimizeDeps: { noDiscovery: true },
    })
    closers.push(() => server.close())
    await server.listen()
    expect(dev.ours()).toEqual([])
    server.printUrls()
    server.printUrls()
    const [address = ''] = server.resolvedUrls?.local ?? []
    const uri = new URL(at, address).href
    expect(dev.ours()).toEqual([`  ➜  Smartcar redirect URI to register: ${uri}`])
    expect(dev.lines.findIndex(line => line.includes('Local'))).toBeLessThan(
      dev.lines.indexOf(dev.ours()[0] ?? ''),
    )
    await expectPage(uri)

    const built = createLog()
    await build({ ...config(base, { redirectPath }), customLogger: built.logger })
    expect(built.ours()).toEqual([
      `Smartcar redirect page: ${at}, to register on the origin of the app.`,
    ])
    const previewed = createLog()
    const shown = await preview({
      ...config(base, { redirectPath }),
      customLogger: previewed.logger,
      preview: { port: 0, host: '127.0.0.1' },
    })
    closers.push(() => shown.close())
    shown.printUrls()
    expect(previewed.ours()[0]).toContain(` http://127.0.0.1:`)
    await expectPage(previewed.ours()[0]?.split(': ')[1] ?? '')
  },
)

test('a server that is open to the network prints the address of this machine', async () => {
  const { logger, ours } = createLog()
  const server = await createServer({
    ...config('/'),
    customLogger: logger,
    server: { host: '0.0.0.0', port: 0, ws: false },
    optimizeDeps: { noDiscovery: true },
  })
  closers.push(() => server.close())
  await server.listen()
  server.printUrls()
  expect(ours()).toHaveLength(1)
  expect(ours()[0]).toMatch(/register: http:\/\/localhost:\d+\/smartcar-redirect\.html$/)
})

test('a silent Vite prints nothing, and a build for the server neither', async () => {
  const printed = vi.spyOn(console, 'log').mockImplementation(() => {})
  const server = await createServer({
    ...config('/'),
    server: { host: '127.0.0.1', port: 0, ws: false },
    optimizeDeps: { noDiscovery: true },
  })
  closers.push(() => server.close())
  await server.listen()
  server.printUrls()
  await build(config('/'))
  expect(printed).not.toHaveBeenCalled()
  printed.mockRestore()

  const { logger, ours } = createLog()
  await writeFile(join(root, 'server.js'), 'export const app = 1')
  await build({ ...config('/'), customLogger: logger, build: { ssr: 'server.js' } })
  expect(ours()).toEqual([])
})
