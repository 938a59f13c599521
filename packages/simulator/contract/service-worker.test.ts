// Inside a service worker of a static site: a browser goes the whole way with no server.

import { createServer, type Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { type Browser, chromium } from 'playwright'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { browserLaunch } from '../../../scripts/browser/browser-launch.ts'
import { connectUrl } from '../test/visitor.ts'

const worker = `import { answerWithSimulator } from './service-worker.ts'
addEventListener('install', () => skipWaiting())
addEventListener('activate', event => event.waitUntil(clients.claim()))
addEventListener('fetch', answerWithSimulator({ basePath: '/simulator' }))
`
// Runs in the page: trades the code and reads the first car.
const readCar = `(async () => {
  const tokens = await fetch('/simulator/oauth/token', {
    method: 'POST',
    headers: { Authorization: 'Basic ' + btoa('demo-client:demo-secret') },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: new URLSearchParams(location.search).get('code'),
      redirect_uri: location.origin + '/',
    }),
  })
  const headers = { Authorization: 'Bearer ' + (await tokens.json()).access_token }
  const list = await fetch('/simulator/v2.0/vehicles', { headers })
  const { vehicles } = await list.json()
  return (await fetch('/simulator/v2.0/vehicles/' + vehicles[0], { headers })).json()
})()`
const source = fileURLToPath(new URL('../src/', import.meta.url))

// A browser takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let browser: Browser
let site: Server
let origin = ''

beforeAll(async () => {
  const bundle = await build({
    stdin: { contents: worker, resolveDir: source },
    bundle: true,
    write: false,
    format: 'esm',
  })
  const script = bundle.outputFiles[0]?.text
  // A static site: a page and the worker.
  site = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname === '/worker.js') {
      response.writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8' }).end(script)
    } else if (pathname === '/') {
      response
        .writeHead(200, { 'Content-Type': 'text/html' })
        .end('<!doctype html><title>Site</title>')
    } else {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>(resolve => {
    site.listen(0, '127.0.0.1', resolve)
  })
  const address = site.address()
  origin = `http://localhost:${typeof address === 'object' ? address?.port : ''}`
  browser = await chromium.launch(browserLaunch())
})

afterAll(async () => {
  await browser?.close()
  site?.close()
})

test('connects a car and reads it, also after the worker was ended in between', async () => {
  const context = await browser.newContext({ locale: 'en-US' })
  const page = await context.newPage()
  await page.goto(origin)
  await page.evaluate(`navigator.serviceWorker.register('/worker.js', { type: 'module' })
    .then(() => navigator.serviceWorker.ready)`)

  const { search } = new URL(connectUrl({ make: 'KIA', redirect_uri: `${origin}/` }))
  await page.goto(`${origin}/simulator/oauth/authorize${search}`)
  // A browser may end an idle worker at any time; here it is done by hand.
  const devtools = await context.newCDPSession(page)
  await devtools.send('ServiceWorker.enable')
  await devtools.send('ServiceWorker.stopAllWorkers')
  await page.getByLabel('Email').fill('me@example.com')
  await page.getByLabel('Password').fill('anything')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Allow' }).click()
  await page.waitForURL(`${origin}/?code=**`)

  const car = await page.evaluate(readCar)
  expect(car).toMatchObject({ make: 'Kia' })
  // What is not below the base path is none of its business.
  expect(await page.evaluate(`fetch('/other').then(response => response.status)`)).toBe(404)
})
