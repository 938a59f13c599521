// A page of another origin in a real browser: it tries to steer the simulator, also under a name of its own.

import { createServer, type Server } from 'node:http'
import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { browserLaunch } from '../../../scripts/browser/browser-launch.ts'
import { listen, type SimulatorServer } from '../src/cli/listen.ts'
import { createSimulator } from '../src/simulator.ts'

// A browser takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const simulator = createSimulator()
let listening: SimulatorServer
let site: Server
let browser: Browser
let sitePort = 0

beforeAll(async () => {
  listening = await listen(simulator, 0)
  site = createServer((_, response) => {
    response
      .writeHead(200, { 'Content-Type': 'text/html' })
      .end('<!doctype html><title>Site</title>')
  })
  await new Promise<void>(resolve => {
    site.listen(0, '127.0.0.1', resolve)
  })
  const address = site.address()
  sitePort = typeof address === 'object' ? (address?.port ?? 0) : 0
  const { args, ...launch } = browserLaunch()
  // The name of a site that leads to this machine once its page has been loaded.
  const rules = '--host-resolver-rules=MAP *.example 127.0.0.1'
  browser = await chromium.launch({ ...launch, args: [...args, rules] })
})

afterAll(async () => {
  await browser?.close()
  site?.close()
  await listening?.stop()
})

/** What a control request would change. */
function steered(): unknown {
  const { scenario, clockOffsetMs, journalTotal } = simulator.snapshot().state
  return { scenario, clockOffsetMs, journalTotal }
}

const untouched = { scenario: 'happy', clockOffsetMs: 0, journalTotal: 0 }

async function sendEverything(page: Page, control: string): Promise<void> {
  await page.evaluate(`(async () => {
    const bodies = [
      new URLSearchParams({ advanceMs: 1, name: 'coop' }),
      '{"advanceMs":1,"name":"coop"}',
      new Blob(['{"advanceMs":1,"name":"coop"}']),
    ]
    for (const path of ['clock', 'scenario', 'reset']) {
      const url = '${control}/__simulator/' + path
      for (const body of bodies) {
        await fetch(url, { method: 'POST', mode: 'no-cors', body }).catch(() => {})
        navigator.sendBeacon(url, body)
      }
      const headers = { 'Content-Type': 'application/json' }
      await fetch(url, { method: 'POST', headers, body: bodies[1] }).catch(() => {})
    }
    await fetch('${control}/__simulator/journal', { method: 'DELETE' }).catch(() => {})
    await fetch('${control}/oauth/token', { method: 'POST', mode: 'no-cors', body: bodies[0] })
  })()`)
}

async function submitForm(page: Page, action: string, type: string): Promise<number | undefined> {
  await page.setContent(
    `<form method="post" action="${action}" enctype="${type}"><button name="advanceMs" value="1">Go</button></form>`,
  )
  const answer = page.waitForResponse(action)
  await page.click('button')
  return (await answer).status()
}

test('a page on another port, name or site changes nothing', { tags: ['T51'] }, async () => {
  for (const host of ['localhost', '127.0.0.1', 'evil.example']) {
    const page = await browser.newPage()
    await page.goto(`http://${host}:${sitePort}/`)
    await sendEverything(page, listening.address)
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data']) {
      await page.goto(`http://${host}:${sitePort}/`)
      const action = `${listening.address}/__simulator/clock`
      expect([host, await submitForm(page, action, type)]).toEqual([host, 403])
    }
    await page.close()
  }
  expect(steered()).toEqual(untouched)
})

test('a site that points its own name at this machine is not answered', {
  tags: ['T51'],
}, async () => {
  const page = await browser.newPage()
  const { port } = new URL(listening.address)
  const rebound = `http://rebound.example:${port}`
  expect((await page.goto(`${rebound}/`))?.status()).toBe(403)
  // The page is of the simulator's own origin now, as far as the browser knows.
  await sendEverything(page, rebound)
  const journal = await page.evaluate(`fetch('/__simulator/journal').then(answer => answer.status)`)
  expect(journal).toBe(403)
  expect(steered()).toEqual(untouched)
  await page.close()
})

test('the control page steers it', async () => {
  const page = await browser.newPage()
  await page.goto(`${listening.address}/`)
  await page.getByRole('button', { name: '10 minutes on' }).click()
  await page.waitForLoadState()
  expect(steered()).toEqual({ ...untouched, clockOffsetMs: 600_000 })
  await page.close()
})
