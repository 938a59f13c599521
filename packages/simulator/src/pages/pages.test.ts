// Every page in a real browser: for screen readers, keyboards, narrow phones, and each language.
import axe from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { browserLaunch } from '../../../../scripts/browser-launch.ts'
import { languages } from '../language.ts'
import { type Listening, listen } from '../listen.ts'
import { createSimulator } from '../simulator.ts'
import { connectUrl } from '../testing/visitor.ts'

// A browser takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let browser: Browser
let simulator: Listening

beforeAll(async () => {
  simulator = await listen(createSimulator(), 0)
  browser = await chromium.launch(browserLaunch())
})

afterAll(async () => {
  await browser?.close()
  await simulator?.stop()
})

const narrow = { width: 320, height: 568 }
const scope = 'required:read_vehicle_info read_odometer read_battery read_location control_charge'

async function visit(options: BrowserContextOptions): Promise<Page> {
  // The check is a script, and the pages allow none.
  return (await browser.newContext({ locale: 'en-US', bypassCSP: true, ...options })).newPage()
}

async function open(page: Page, more: Readonly<Record<string, string>> = {}): Promise<void> {
  const { search } = new URL(connectUrl({ scope, approval_prompt: 'force', ...more }))
  await page.goto(`${simulator.address}/oauth/authorize${search}`)
}

async function signIn(page: Page, email = 'me@example.com'): Promise<void> {
  await page.locator('#email').fill(email)
  await page.locator('#password').fill('anything')
  await page.locator('.main').click()
}

/** Opens each page in turn, naming it. */
async function eachPage(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  await open(page)
  await look('brands')
  await page.locator('#q').fill('none such')
  await page.locator('.search button').click()
  await look('no brand')
  await open(page, { make: 'FORD' })
  await look('no web')
  await open(page, { make: 'LAND_ROVER' })
  await look('sign in')
  await page.locator('.main').click()
  await look('sign in, missing')
  await signIn(page)
  await look('vehicles')
  await open(page, { make: 'KIA', single_select: 'true' })
  await signIn(page)
  await look('one vehicle')
  await open(page, { single_select: 'true', single_select_vin: '0SCTESL0000000001' })
  await signIn(page, '0SCTESL0000000002@bev.smartcar.com')
  await look('no match')
  await open(page, { make: 'KIA', flags: 'scenario:car-maker' })
  await signIn(page)
  await look('car maker')
  await open(page, { make: 'KIA' })
  await signIn(page, 'smartcar@vehicle-incompatible.com')
  await look('incompatible')
  await open(page, { mode: 'odd' })
  await look('problem')
  await page.goto(`${simulator.address}/connect/brand?session=none`)
  await look('ended')
  await page.goto(`${simulator.address}/v2/redirect?app_origin=${simulator.address}`)
  await look('handed over')
  await page.goto(`${simulator.address}/`)
  for (const more of await page.locator('summary').all()) await more.click()
  await look('control')
}

test.each(['light', 'dark'] as const)(
  'axe finds nothing on any page, %s',
  async colorScheme => {
    const page = await visit({ colorScheme, viewport: narrow })
    const seen: string[] = []
    await eachPage(page, async name => {
      await page.evaluate(axe.source)
      const width = await page.evaluate('document.documentElement.scrollWidth')
      expect([name, width]).toEqual([name, narrow.width])
      const found = (await page.evaluate('axe.run()')) as {
        violations: { id: string; nodes: { html: string }[] }[]
        passes: unknown[]
      }
      expect(found.violations.map(({ id, nodes }) => [name, id, nodes[0]?.html])).toEqual([])
      expect(found.passes.length).toBeGreaterThan(5)
      seen.push(name)
    })
    expect(seen).toHaveLength(14)
  },
  120_000,
)

test.each(languages.map(({ language }) => language))(
  'the main action of a page is in sight on a narrow phone, in %s',
  async language => {
    const page = await visit({ locale: language, viewport: narrow })
    const look = async (name: string): Promise<void> => {
      const width = await page.evaluate('document.documentElement.scrollWidth')
      expect([name, width]).toEqual([name, narrow.width])
      const box = await page.locator('button.main').boundingBox()
      expect([name, (box?.y ?? 0) + (box?.height ?? 0) <= narrow.height]).toEqual([name, true])
    }
    await open(page, { make: 'LAND_ROVER' })
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    await page.locator('.main').click()
    await look('sign in, missing')
    await signIn(page)
    await look('vehicles')
    await open(page, { make: 'LAND_ROVER' })
    await signIn(page, 'smartcar@vehicle-incompatible.com')
    await look('incompatible')
  },
)

test('the whole way goes by keyboard alone, without a script', async () => {
  const page = await visit({ javaScriptEnabled: false })
  await open(page)
  await page.getByRole('button', { name: 'Tesla', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Email', { exact: true }).focus()
  await page.keyboard.type('me@example.com')
  await page.keyboard.press('Tab')
  await page.keyboard.type('anything')
  await page.keyboard.press('Enter')
  await page.getByRole('checkbox').first().focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Allow', exact: true }).focus()
  // Nothing listens at the redirect URI; where the browser is sent is enough.
  const back = page.waitForRequest('http://localhost:5173/**')
  await page.keyboard.press('Enter')
  expect(new URL((await back).url()).searchParams.get('state')).toBe('s-1')
})
