// The pages of documentation: none breaks, and none is too wide for a phone or too long to read.

import { expect, type Page, test } from '@playwright/test'

type DocsEntry = { id: string; title: string; type: string }

async function everyPage(page: Page): Promise<readonly DocsEntry[]> {
  const { entries } = await (await page.request.get('index.json')).json()
  return Object.values(entries as Record<string, DocsEntry>).filter(({ type }) => type === 'docs')
}

async function openPage(page: Page, id: string, globals = ''): Promise<void> {
  await page.goto(`iframe.html?id=${id}&viewMode=docs&globals=${globals}`)
  await expect(page.locator('#storybook-docs h1').first()).toBeVisible()
}

test('every page opens without an error, fits a phone, and is no longer than a person reads', async ({
  page,
}) => {
  test.setTimeout(300_000)
  const errors: string[] = []
  page.on('console', message => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', ({ message }) => errors.push(message))
  await page.setViewportSize({ width: 375, height: 700 })
  const pages = await everyPage(page)
  expect(pages.length).toBeGreaterThan(12)
  const found: Record<string, unknown> = {}
  for (const { id } of pages) {
    await openPage(page, id)
    const { clientWidth, scrollWidth, scrollHeight } = await page.evaluate(() => {
      const { clientWidth, scrollWidth, scrollHeight } = document.documentElement
      return { clientWidth, scrollWidth, scrollHeight }
    })
    if (scrollHeight > 12_000) found[`${id} on a phone`] = `${scrollHeight} px high`
    if (scrollWidth > clientWidth) found[`${id} on a phone`] = `${scrollWidth} px wide`
    const broken = await page.locator('.sb-errordisplay:visible, .docblock-emptyblock').count()
    if (broken > 0 || errors.length > 0) found[id] = errors.splice(0)
  }
  expect(found).toEqual({})
})

test('the pages are in the order in which they are read', async ({ page }) => {
  const { entries } = await (await page.request.get('index.json')).json()
  const titles = Object.values(entries as Record<string, DocsEntry>).map(({ title }) => title)
  const rooms = [...new Set(titles.map(title => title.split('/')[0]))]
  const order = ['Introduction', 'Playground', 'Components', 'Hooks', 'Provider', 'Patterns']
  const later = ['States', 'Errors', 'Copy', 'Tokens', 'Themes', 'Guidelines', 'Accessibility']
  const all = [...order, ...later, 'Testing']
  expect(rooms).toEqual(all.filter(room => rooms.includes(room)))
})

test('a page is dark where its stories are', async ({ page }) => {
  await openPage(page, 'components-connectbutton--docs', 'theme:dark')
  const canvas = page.locator('.docs-story').first()
  await expect(canvas).toBeVisible()
  const [ground, stage] = await canvas.evaluate(element => [
    getComputedStyle(element).backgroundColor,
    getComputedStyle(element.querySelector('.stage') as Element).backgroundColor,
  ])
  // What stands on the canvas has no ground of its own, which would be a rectangle inside of it.
  expect(stage).toBe('rgba(0, 0, 0, 0)')
  expect(ground).toMatch(/0\.17/)
})

test('the code of a story is what an app would write', async ({ page }) => {
  await openPage(page, 'components-brandpicker--docs')
  await page.getByRole('switch', { name: 'Show code' }).first().click()
  const code = page.locator('pre.prismjs').first()
  await expect(code).toContainText("import { BrandPicker } from 'smartcar-connect-react'")
  await expect(code).toContainText('country="DE"')
})
