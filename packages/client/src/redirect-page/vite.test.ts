// The Vite plugin in real servers and builds of Vite.

import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer as createHttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, createServer, type InlineConfig, preview } from 'vite'
import { afterEach, beforeEach, expect, test } from 'vitest'
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

function config(base: string, redirectPath?: string): InlineConfig {
  return {
    root,
    base,
    configFile: false,
    logLevel: 'silent',
    plugins: [smartcarConnect(redirectPath ? { redirectPath } : {})],
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

async function serve(base: string, redirectPath?: string) {
  const vite = await createServer({
    ...config(base, redirectPath),
    server: { middlewareMode: true, ws: false },
    optimizeDeps: { noDiscovery: true },
  })
  closers.push(() => vite.close())
  return listen(vite.middlewares)
}

async function serveBuild(base: string, redirectPath?: string) {
  await build(config(base, redirectPath))
  const vite = await preview({
    ...config(base, redirectPath),
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
    const origin = await serve(base, redirectPath)
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
    const origin = await serveBuild(base, redirectPath)
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
