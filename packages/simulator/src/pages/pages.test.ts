// Every page in a real browser: for screen readers, keyboards, narrow phones, and each language.

import axe from 'axe-core'
import { type Browser, chromium, type Locator, type Page } from 'playwright'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { browserLaunch } from '../../../../scripts/browser/browser-launch.ts'
import { connectUrl, createVisitor, type Visitor } from '../../test/visitor.ts'
import { listen } from '../cli/listen.ts'
import { createSimulator } from '../simulator.ts'
import { languages } from './language.ts'
import { styleSheet } from './style-sheet.ts'
import type { Words } from './words.ts'

// A browser takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let browser: Browser

beforeAll(async () => {
  browser = await chromium.launch(browserLaunch())
})

afterAll(() => browser?.close())

const viewport = { width: 320, height: 568 }
const scope = 'required:read_vehicle_info read_odometer read_battery read_location control_charge'
const me = { email: 'me@example.com', password: 'anything' }

/** Goes to each page in turn, without a browser, and hands over its name and its markup. */
async function eachPage(
  words: Words,
  look: (name: string, markup: string) => Promise<void>,
): Promise<void> {
  const simulator = createSimulator()
  const visitor = createVisitor(simulator, { 'Accept-Language': words.language })
  function open(more: Record<string, string>): Promise<void> {
    return visitor.goTo(connectUrl({ scope, approval_prompt: 'force', ...more }))
  }
  function show(name: string): Promise<void> {
    return look(name, markupOf(visitor))
  }

  await open({})
  await show('brands')
  await visitor.goTo(`${visitor.address()}&q=none`)
  await show('no brand')
  await open({ make: 'FORD' })
  await show('no web')
  await open({ make: 'LANDROVER' })
  await show('sign in')
  await visitor.press(words.signIn)
  await show('sign in, missing')
  await visitor.press(words.signIn, me)
  await show('vehicles')
  await visitor.press(words.allow, { vehicle: [] })
  await show('vehicles, none chosen')
  await open({ make: 'KIA', single_select: 'true' })
  await visitor.press(words.signIn, me)
  await show('one vehicle')
  await open({ single_select: 'true', single_select_vin: '0SCTESL0000000001' })
  await visitor.press(words.signIn, { ...me, email: '0SCTESL0000000002@bev.smartcar.com' })
  await show('no match')
  await open({ make: 'KIA', flags: 'scenario:car-maker' })
  await visitor.press(words.signIn, me)
  await show('car maker')
  await open({ make: 'KIA' })
  await visitor.press(words.signIn, { ...me, email: 'smartcar@vehicle-incompatible.com' })
  await show('incompatible')
  await open({ mode: 'odd' })
  await show('problem')
  await visitor.goTo('http://localhost:4010/connect/brand?attempt=none')
  await show('ended')
  await visitor.goTo('http://localhost:4010/v2/redirect?app_origin=http://localhost:5173')
  await show('handed over')
  await open({ make: 'KIA' })
  await visitor.press(words.signIn, me)
  await visitor.press(words.allow)
  await visitor.goTo('http://localhost:4010/')
  await show('control')
}

/** The markup of the page with its style inside and everything folded out. */
function markupOf(visitor: Visitor): string {
  return visitor
    .text()
    .replace(/<link rel="stylesheet"[^>]*>/, `<style>${styleSheet}</style>`)
    .replaceAll('<details>', '<details open>')
}

// Of the title, and of what is in Latin letters whatever the language of the page.
const directions = `[...document.querySelectorAll('h1, #username, #password, .details div')].map(
  element => getComputedStyle(element).direction,
)`

const [english] = languages as readonly [Words]

test.each([
  ['light', {}],
  // Only the colours differ.
  ['dark', { runOnly: ['color-contrast'] }],
] as const)('axe finds nothing on any page, %s', async (colorScheme, options) => {
  const page = await browser.newPage({ colorScheme, viewport })
  const seen: string[] = []
  await eachPage(english, async (name, markup) => {
    await page.setContent(markup)
    await page.evaluate(axe.source)
    const found = (await page.evaluate(`axe.run(${JSON.stringify(options)})`)) as {
      violations: { id: string; nodes: { html: string }[] }[]
      passes: unknown[]
    }
    expect(found.violations.map(({ id, nodes }) => [name, id, nodes[0]?.html])).toEqual([])
    expect([name, found.passes.length]).not.toEqual([name, 0])
    seen.push(name)
  })
  expect(seen).toHaveLength(15)
  await page.close()
})

test('in forced colours the main action and a wrong field still differ from the others', async () => {
  const page = await browser.newPage({ forcedColors: 'active' })
  await page.setContent(
    `<style>${styleSheet}</style><button class="main">Allow</button><button>Deny</button>
    <input aria-invalid="true"><input>`,
  )
  const looks = (await page.evaluate(`[...document.querySelectorAll('button, input')].map(
    element => [getComputedStyle(element).backgroundColor, getComputedStyle(element).borderWidth],
  )`)) as string[][]
  const [main, other, wrong, right] = looks
  expect(main?.[0]).not.toBe(other?.[0])
  expect(wrong?.[1]).not.toBe(right?.[1])
  await page.close()
})

test('the main action of every page is in sight on a narrow phone, in every language and direction', async () => {
  const page = await browser.newPage({ viewport })
  let actions = 0
  for (const words of languages) {
    await eachPage(words, async (name, markup) => {
      await page.setContent(markup)
      const where = `${name}, ${words.language}`
      expect([where, await scrollWidth(page)]).toEqual([where, viewport.width])
      // Only developers see the control page, which is in English.
      const direction = name === 'control' ? 'ltr' : words.direction
      const [title, ...inLatin] = (await page.evaluate(directions)) as string[]
      expect([where, title, new Set(['ltr', ...inLatin])]).toEqual([
        where,
        direction,
        new Set(['ltr']),
      ])
      const action = page.locator('.fields .main, .decision .main')
      if ((await action.count()) === 0) return
      const box = await action.boundingBox()
      const bottom = (box?.y ?? 0) + (box?.height ?? 0)
      expect([where, bottom > 100 && bottom <= viewport.height]).toEqual([where, true])
      actions += 1
    })
  }
  expect(actions).toBe(6 * languages.length)
  await page.close()
})

test('the whole way goes by keyboard alone, without a script', async () => {
  const simulator = await listen(createSimulator(), 0)
  const page = await browser.newPage({ javaScriptEnabled: false, locale: 'en-US' })
  const { search } = new URL(connectUrl())
  await page.goto(`${simulator.address}/oauth/authorize${search}`)
  await page.getByRole('button', { name: 'Continue', exact: true }).focus()
  await page.keyboard.press('Enter')
  // The card is gone, and the next stop is the search.
  await page.keyboard.press('Tab')
  expect(await isFocused(page.getByLabel('Search brands'))).toBe(true)
  await page.getByRole('button', { name: 'Tesla', exact: true }).focus()
  await page.keyboard.press('Enter')
  // Each time the field that is missing has the focus, so typing goes on where it has to.
  const email = page.getByLabel('Email', { exact: true })
  await email.focus()
  await page.keyboard.press('Enter')
  await page.locator('#username[aria-invalid]:focus').waitFor()
  await page.keyboard.type('me@example.com')
  await page.keyboard.press('Enter')
  await page.locator('#password[aria-invalid]:focus').waitFor()
  await page.keyboard.type('anything')
  await page.keyboard.press('Enter')
  // The number of a car is not in its name, so that it is not read out before the next car.
  const cars = page.getByRole('checkbox', { name: /^Tesla [A-Z\d ]+ 20\d\d$/i })
  await cars.first().waitFor()
  expect(await cars.count()).toBe(2)
  for (const car of await cars.all()) {
    const vin = await car.getAttribute('value')
    const described = page.locator(`#${await car.getAttribute('aria-describedby')}`)
    expect(await described.textContent()).toBe(`VIN ${vin}`)
    await car.focus()
    await page.keyboard.press('Space')
  }
  const allow = page.getByRole('button', { name: 'Allow', exact: true })
  await allow.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('alert').textContent()).toBe('Choose at least one vehicle.')
  expect(await isFocused(cars.first())).toBe(true)
  expect(await page.getByRole('checkbox', { checked: true, name: /Tesla/ }).count()).toBe(0)
  await page.keyboard.press('Space')
  await allow.focus()
  // Nothing listens at the redirect URI; where the browser is sent is enough.
  const back = page.waitForRequest('http://localhost:5173/**')
  await page.keyboard.press('Enter')
  expect(new URL((await back).url()).searchParams.get('state')).toBe('s-1')
  await page.close()
  await simulator.stop()
})

test('the elements that the suites of the official SDKs click lead through, without a script', async () => {
  const simulator = await listen(createSimulator(), 0)
  for (const brand of ['CHEVROLET', 'FORD', 'KIA']) {
    const page = await browser.newPage({ javaScriptEnabled: false, locale: 'en-US' })
    const { search } = new URL(connectUrl({ mode: 'test', approval_prompt: 'force' }))
    await page.goto(`${simulator.address}/oauth/authorize${search}`)
    await page.locator('button#continue-button').click()
    await page.locator('button#continue-button').waitFor({ state: 'hidden' })
    if (brand === 'KIA') await page.locator('input[id=brand-search]').fill(brand)
    await page.locator(`button#${brand}.brand-list-item`).click()
    await page.locator('input[id=username]').fill(me.email)
    await page.locator('input[id=password]').fill(me.password)
    await page.locator('#sign-in-button').click()
    await page.locator('.page-content').waitFor()
    const back = page.waitForRequest('http://localhost:5173/**')
    await page.locator('button[id=approval-button]').click()
    expect(new URL((await back).url()).searchParams.get('code')).not.toBeNull()
    await page.close()
  }
  await simulator.stop()
})

test('the letters and the search reach a brand in a few keys', async () => {
  const simulator = await listen(createSimulator(), 0)
  const page = await browser.newPage({ javaScriptEnabled: false, locale: 'en-US' })
  const { search } = new URL(connectUrl())
  await page.goto(`${simulator.address}/oauth/authorize${search}`)
  const tesla = page.getByRole('button', { name: 'Tesla', exact: true })
  await page.getByRole('link', { name: 'S–Z' }).focus()
  await page.keyboard.press('Enter')
  expect(new URL(page.url()).hash).toBe('#SUBARU')
  await page.keyboard.press('Tab')
  expect(await isFocused(tesla)).toBe(true)

  await page.getByLabel('Search brands').focus()
  await page.keyboard.type('tes')
  await page.keyboard.press('Enter')
  await page.locator('#TESLA:focus').waitFor()
  await page.keyboard.press('Enter')
  await page.getByLabel('Email', { exact: true }).waitFor()
  await page.close()
  await simulator.stop()
})

function isFocused(element: Locator): Promise<boolean> {
  return element.evaluate(node => node === node.ownerDocument.activeElement)
}

function scrollWidth(page: Page): Promise<unknown> {
  return page.evaluate('document.documentElement.scrollWidth')
}
