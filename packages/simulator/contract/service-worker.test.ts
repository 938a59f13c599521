// Inside a service worker of a static site: a browser goes the whole way with no server.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { type Browser, chromium } from 'playwright'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { browserLaunch } from '../../../scripts/browser/browser-launch.ts'
import { hmac } from '../test/receiver.ts'
import { connectUrl } from '../test/visitor.ts'

const worker = `import { answerWithSimulator } from './service-worker.ts'
addEventListener('install', () => skipWaiting())
addEventListener('activate', event => event.waitUntil(clients.claim()))
const webhook = { name: 'Site', callbackUri: location.origin + '/hook', autoSubscribe: true }
addEventListener('fetch', answerWithSimulator({
  basePath: '/simulator',
  applications: [{
    clientId: 'demo-client',
    clientSecret: 'demo-secret',
    redirectUris: ['http://localhost:*'],
    managementToken: 'demo-management-token',
    webhooks: [webhook, { ...webhook, name: 'Elsewhere', callbackUri: 'http://127.0.0.1:9/hook' }],
  }],
}))
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
const hooks: { eventType: string; signature: unknown; bytes: string }[] = []

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
    } else if (pathname === '/hook') {
      void receive(request, response)
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

/** What a backend of the site does with webhooks. */
async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let bytes = ''
  for await (const chunk of request) bytes += chunk
  const { eventType, data } = JSON.parse(bytes)
  hooks.push({ eventType, signature: request.headers['sc-signature'], bytes })
  response.end(JSON.stringify({ challenge: hmac('demo-management-token', `${data.challenge}`) }))
}

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
  expect(car).toMatchObject({ make: 'KIA' })
  // The webhook of the site was told about both cars, and no other address was called.
  await expect.poll(() => hooks.length).toBe(3)
  const [verified, ...told] = hooks
  expect(verified).toMatchObject({ eventType: 'VERIFY', signature: undefined })
  for (const { eventType, signature, bytes } of told) {
    expect([eventType, signature]).toEqual(['VEHICLE_STATE', hmac('demo-management-token', bytes)])
  }
  const deliveries = await page.evaluate(`fetch('/simulator/__simulator/deliveries')
    .then(response => response.json()).then(({ entries }) => entries)`)
  expect(deliveries).toContainEqual(
    expect.objectContaining({
      address: 'http://127.0.0.1:9/hook',
      problem: expect.stringContaining('its own site only'),
    }),
  )
  // What is not below the base path is none of its business.
  expect(await page.evaluate(`fetch('/other').then(response => response.status)`)).toBe(404)
})
