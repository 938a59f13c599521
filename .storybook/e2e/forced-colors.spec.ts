// In forced colours every control keeps its edges, its focus and its state.

import { expect, type Locator, test } from '@playwright/test'
import { openStory } from './stories.ts'

type Style = Record<'color' | 'background' | 'border' | 'outline', string>

// The colours of an element; `none` for a border or an outline that is not drawn.
async function styleOf(element: Locator, part?: string): Promise<Style> {
  return element.evaluate((node, part) => {
    const style = getComputedStyle(node, part)
    function line(width: string, kind: string, color: string) {
      return kind === 'none' || width === '0px' ? 'none' : color
    }
    return {
      color: style.color,
      background: style.backgroundColor,
      border: line(style.borderTopWidth, style.borderTopStyle, style.borderTopColor),
      outline: line(style.outlineWidth, style.outlineStyle, style.outlineColor),
    }
  }, part)
}

// The value of one of the system's colours.
async function systemColor(element: Locator, name: string): Promise<string> {
  return element.evaluate((_, name) => {
    const probe = document.body.appendChild(document.createElement('i'))
    probe.style.cssText = `forced-color-adjust: none; color: ${name}`
    const { color } = getComputedStyle(probe)
    probe.remove()
    return color
  }, name)
}

test.use({ contextOptions: { forcedColors: 'active' }, colorScheme: 'dark' })

test.beforeEach(async ({ page }) => {
  // Without forced colours the tests would pass for the wrong reason.
  expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true)
})

test('every control keeps its edges', async ({ page }) => {
  for (const id of [
    'components-connectbutton--waiting',
    'components-scopepicker--some-chosen',
    'components-brandpicker--in-germany',
  ]) {
    await openStory(page, id)
    const controls = page.locator(
      '[data-sc=button], [data-sc] button, [type=search], [data-sc=brands]',
    )
    const canvas = await systemColor(page.locator('body'), 'Canvas')
    expect(await controls.count()).toBeGreaterThan(1)
    for (const control of await controls.all()) {
      const { border } = await styleOf(control)
      expect(border).not.toBe('none')
      expect(border).not.toBe(canvas)
      expect(border).not.toMatch(/^rgba\(.*, 0\)$/)
    }
  }
  await openStory(page, 'components-scopepicker--empty')
  for (const box of await page.getByRole('checkbox').all()) {
    await expect(box).toHaveCSS('appearance', 'auto')
  }
})

test('the focus is seen wherever it goes', async ({ page }) => {
  for (const [id, name] of [
    ['components-connectbutton--waiting', 'Connect your car'],
    ['components-scopepicker--some-chosen', 'Insurance'],
    ['components-brandpicker--in-germany', 'Search brands'],
  ] as const) {
    await openStory(page, id)
    const canvas = await systemColor(page.locator('body'), 'Canvas')
    const focused = page.locator('*:focus')
    for (let step = 0; step < 8; step++) {
      await page.keyboard.press('Tab')
      if ((await focused.count()) === 0) break
      if (step === 0) await expect(focused).toHaveAccessibleName(name)
      // The ring of a brand is around its whole row.
      const { outline } = await styleOf(
        page.locator('*:focus:not([type=radio]), label:has(:focus)'),
      )
      expect(outline).not.toBe('none')
      expect(outline).not.toBe(canvas)
    }
  }
})

test('what is chosen looks different from what is not', async ({ page }) => {
  await openStory(page, 'components-brandpicker--in-the-united-states')
  function row(name: string) {
    return page.locator('label', { has: page.getByRole('radio', { name }) })
  }
  const [chosen, other, refused] = [row('Chevrolet'), row('Dodge'), row('Ford')]
  const highlight = await systemColor(chosen, 'Highlight')
  const highlightText = await systemColor(chosen, 'HighlightText')
  expect(await styleOf(chosen)).toMatchObject({ background: highlight, color: highlightText })
  await expect(chosen.getByRole('radio')).toHaveCSS('appearance', 'auto')
  expect((await styleOf(other)).background).not.toBe(highlight)
  expect((await styleOf(refused)).color).toBe(await systemColor(refused, 'GrayText'))

  function initials(brand: Locator) {
    return styleOf(brand.locator('span').first())
  }
  expect(await initials(chosen)).toMatchObject({ background: highlightText, color: highlight })
  const tile = await initials(other)
  expect(tile.color).toBe(await systemColor(other, 'CanvasText'))
  expect(tile.border).toBe(tile.color)

  await openStory(page, 'components-scopepicker--own-presets')
  const pressed = page.getByRole('button', { pressed: true })
  expect(await styleOf(pressed)).toMatchObject({ background: highlight, color: highlightText })
  expect(await pressed.evaluate(node => getComputedStyle(node, '::before').content)).toMatch('✓')
})

test('each state of a box looks different', async ({ page }) => {
  await openStory(page, 'components-scopepicker--some-chosen')
  const group = page.getByRole('checkbox', { name: 'Read', exact: true })
  const mixed = await group.screenshot()
  await group.click()
  await expect(group).toBeChecked()
  await group.blur()
  const checked = await group.screenshot()
  await group.click()
  await expect(group).not.toBeChecked()
  await group.blur()
  const empty = await group.screenshot()
  expect(mixed.equals(checked)).toBe(false)
  expect(checked.equals(empty)).toBe(false)
  expect(mixed.equals(empty)).toBe(false)
})

test('each status has a sign of its own, and the ring keeps its gap', async ({ page }) => {
  const signs: Record<string, string> = {}
  for (const id of ['on-the-way', 'cancelled', 'failed']) {
    await openStory(page, `components-connectstatus--${id}`)
    for (const line of await page.locator('[data-sc=status]').all()) {
      const { status = '', code } = await line.evaluate(node => ({ ...node.dataset }))
      const shape = await line
        .locator('p')
        .evaluate(node => getComputedStyle(node, '::before').clipPath)
      signs[code === 'access_denied' ? code : status] = shape
      const sign = await styleOf(line.locator('p'), '::before')
      expect(sign.background).toBe(await systemColor(line, 'CanvasText'))
    }
  }
  for (const shape of Object.values(signs)) expect(shape).toMatch(/^path\(/)
  const { preparing, waiting, connected, cancelled, failed } = signs
  expect(new Set([preparing, waiting, connected, cancelled, failed]).size).toBe(5)
  // To say no is no failure.
  expect(signs.access_denied).toBe(cancelled)
  await openStory(page, 'components-connectbutton--waiting')
  const ring = await styleOf(page.locator('[data-sc=button]'), '::before')
  expect(ring).toMatchObject({ border: 'rgba(0, 0, 0, 0)' })
  expect(ring.color).toBe(await systemColor(page.locator('body'), 'ButtonText'))
})
