// The official browser SDK, in a real browser with its own kind of redirect page, finds its provider.

import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { browserLaunch } from '../../../scripts/browser/browser-launch.ts'
import { listen, type SimulatorServer } from '../src/cli/listen.ts'
import { createSimulator } from '../src/simulator.ts'

const require = createRequire(import.meta.url)
const sdk = readFileSync(require.resolve('@smartcar/auth'), 'utf8')

// What the SDK's documentation asks of a redirect page: post to the opener, then close.
const redirectPage = `<!doctype html><title>Redirect</title><script>
const given = new URLSearchParams(location.search)
window.opener.postMessage({
  name: 'SmartcarAuthMessage', isSmartcarHosted: false,
  code: given.get('code'), error: given.get('error'),
  errorDescription: given.get('error_description'), state: given.get('state'),
  vin: given.get('vin'), make: given.get('make'), model: given.get('model'),
  year: given.get('year'), virtualKeyUrl: given.get('virtual_key_url'),
  userId: given.get('user_id'), externalId: given.get('external_id'),
}, location.origin)
window.close()
</script>`

// A browser takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let browser: Browser
let simulator: SimulatorServer
let site: Server
let siteAddress = ''

beforeAll(async () => {
  simulator = await listen(createSimulator(), 0)
  site = createServer((request, response) => {
    const isRedirect = request.url?.startsWith('/redirect') ?? false
    const type = request.url === '/sdk.js' ? 'text/javascript' : 'text/html'
    response.writeHead(200, { 'Content-Type': type })
    if (request.url === '/sdk.js') response.end(sdk)
    else response.end(isRedirect ? redirectPage : appPage())
  })
  await new Promise<void>(resolve => {
    site.listen(0, '127.0.0.1', resolve)
  })
  const address = site.address()
  siteAddress = `http://localhost:${typeof address === 'object' ? address?.port : ''}`
  browser = await chromium.launch(browserLaunch())
})

afterAll(async () => {
  await browser?.close()
  await simulator?.stop()
  site?.close()
})

// The SDK knows one address only, so its window is led to the simulator instead.
function appPage(): string {
  return `<!doctype html><title>App</title><button id="connect">Connect</button>
<script src="/sdk.js"></script><script>
const open = window.open.bind(window)
window.open = (href, ...rest) =>
  open(href.replace('https://connect.smartcar.com', '${simulator.address}'), ...rest)
window.start = options => {
  const smartcar = new Smartcar({
    ...options,
    onComplete: (error, code, state, virtualKeyUrl, userId, externalId) => {
      window.result = {
        error: error && { name: error.name, message: error.message, vehicleInfo: error.vehicleInfo },
        code, state, virtualKeyUrl, userId, externalId,
      }
    },
  })
  smartcar.addClickHandler({ id: 'connect', state: 'mine', ...options.dialog })
}
</script>`
}

async function open(options: Record<string, unknown>): Promise<{ page: Page; popup: Page }> {
  const context = await browser.newContext({ locale: 'en-US' })
  const page = await context.newPage()
  await page.goto(siteAddress)
  await page.evaluate(
    given => {
      const { start } = globalThis as unknown as { start: (given: unknown) => void }
      start(given)
    },
    {
      applicationId: 'demo-client',
      redirectUri: `${siteAddress}/redirect`,
      scope: ['read_vehicle_info', 'read_odometer'],
      mode: 'simulated',
      ...options,
    },
  )
  const opened = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Connect' }).click()
  return { page, popup: await opened }
}

async function signIn(popup: Page, email: string): Promise<void> {
  await popup.getByRole('button', { name: 'Kia', exact: true }).click()
  await popup.getByLabel('Email').fill(email)
  await popup.getByLabel('Password').fill('anything')
  await popup.getByRole('button', { name: 'Sign in' }).click()
}

async function result(page: Page): Promise<Record<string, unknown>> {
  await page.waitForFunction('window.result')
  return page.evaluate('window.result')
}

test('completes and hands the code to its callback', async () => {
  const { page, popup } = await open({ externalId: 'e-1' })
  await signIn(popup, 'sdk@example.com')
  await popup.getByRole('button', { name: 'Allow' }).click()
  expect(await result(page)).toMatchObject({
    error: null,
    code: expect.stringMatching(/^[0-9a-f-]{36}$/),
    state: 'mine',
    userId: expect.any(String),
    externalId: 'e-1',
  })
})

test('a denial is its AccessDenied', async () => {
  const { page, popup } = await open({ dialog: { forcePrompt: true } })
  await signIn(popup, 'sdk@example.com')
  await popup.getByRole('button', { name: 'Deny access' }).click()
  expect(await result(page)).toMatchObject({ error: { name: 'AccessDenied' }, code: null })
})

test('an unsupported car is its VehicleIncompatible, with details if the person agrees', async () => {
  const { page, popup } = await open({})
  await signIn(popup, 'smartcar@vehicle-incompatible.com')
  await popup.getByRole('button', { name: 'Share car details' }).click()
  expect(await result(page)).toMatchObject({
    error: {
      name: 'VehicleIncompatible',
      vehicleInfo: { vin: expect.any(String), make: 'Kia', year: expect.any(Number) },
    },
  })
})

test('a missing subscription is its InvalidSubscription', async () => {
  const { page, popup } = await open({})
  await signIn(popup, 'smartcar@invalid-subscription.com')
  expect(await result(page)).toMatchObject({ error: { name: 'InvalidSubscription' } })
})

test('without a redirect URI the hosted page hands over to app_origin', async () => {
  const { page, popup } = await open({ responseType: 'none', redirectUri: undefined })
  await signIn(popup, 'hosted@example.com')
  await popup.getByRole('button', { name: 'Allow' }).click()
  expect(await result(page)).toMatchObject({
    error: null,
    state: 'mine',
    userId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  })
})
