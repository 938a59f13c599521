// axe over every story in each theme, language and direction that the story tests do not cover.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, type Page, test } from '@playwright/test'
import { everyStory, type Globals, openStory, turnSwitches } from './stories.ts'

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

// German for its long words; right to left because some apps are. Light English is in the stories.
const variants: readonly Required<Globals>[] = [
  { theme: 'light', language: 'de', direction: 'ltr' },
  { theme: 'dark', language: 'de', direction: 'ltr' },
  { theme: 'light', language: 'en', direction: 'rtl' },
  { theme: 'dark', language: 'en', direction: 'rtl' },
]

async function faults(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(on: string): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const { violations } = await axe.run('#storybook-root')
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  })
}

async function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
}

// Two halves, so that two workers can share them.
for (const half of [0, 1]) {
  test(`axe finds nothing, and a phone is wide enough, in every story and variant: half ${half + 1}`, async ({
    page,
  }) => {
    test.setTimeout(300_000)
    await page.setViewportSize({ width: 320, height: 568 })
    const stories = (await everyStory(page)).filter((_, index) => index % 2 === half)
    expect(stories.length).toBeGreaterThan(10)
    const found: Record<string, string[]> = {}
    for (const { id } of stories) {
      await openStory(page, id)
      await page.evaluate(axe)
      for (const globals of variants) {
        await turnSwitches(page, globals)
        const here = await faults(page)
        if (await isTooWide(page)) here.push('wider than 320 px')
        if (here.length > 0) found[`${id} ${Object.values(globals).join(' ')}`] = here
      }
    }
    expect(found).toEqual({})
  })
}

test('axe finds what is wrong where something is', async ({ page }) => {
  await openStory(page, 'components-connectbutton--idle')
  await page.evaluate(axe)
  await page.locator('[data-sc=button]').evaluate(button => {
    button.textContent = ''
    button.setAttribute('style', 'width: 400px')
  })
  await page.setViewportSize({ width: 320, height: 568 })
  expect(await faults(page)).toEqual([expect.stringContaining('button-name')])
  expect(await isTooWide(page)).toBe(true)
})
