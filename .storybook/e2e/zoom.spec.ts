// Every story at 200 % zoom, with letters twice as large, and on a phone: all fits, and can be hit.
import { expect, type Page, test } from '@playwright/test'
import { locales } from '../locales.ts'
import { halfOfStories, openStory, type StorybookWindow } from './stories.ts'

// A browser at 200 % has half as many CSS pixels, each twice as large.
test.use({ deviceScaleFactor: 2 })

const views: Readonly<Record<string, { width: number; letters: string }>> = {
  '1280 px at 200 %': { width: 640, letters: '100%' },
  '320 px': { width: 320, letters: '100%' },
  '320 px, letters at 200 %': { width: 320, letters: '200%' },
}

const languages = locales.map(({ language }) => language)

/** What is wider than its box or the window, or too small to hit, in each language. */
async function misfits(page: Page, leastPx: number): Promise<string[]> {
  return page.evaluate(
    async ({ languages, leastPx }) => {
      const { __STORYBOOK_PREVIEW__: preview } = window as unknown as StorybookWindow
      const found: string[] = []

      function tagOf(element: Element): string {
        return (element.cloneNode() as Element).outerHTML
      }

      // A field scrolls what is typed into it, and a box that is ticked has nothing inside.
      function isCutOff(element: HTMLElement): boolean {
        if (element.matches('input, [hidden]')) return false
        const { overflowY, display } = getComputedStyle(element)
        if (display === 'inline') return false
        const isCutBelow = overflowY === 'hidden' || overflowY === 'clip'
        return (
          element.scrollWidth > element.clientWidth + 1 ||
          (isCutBelow && element.scrollHeight > element.clientHeight + 1)
        )
      }

      // The label of a box is hit like the box.
      function isTooSmall(element: HTMLElement): boolean {
        const { width, height } = (element.closest('label') ?? element).getBoundingClientRect()
        return width < leastPx || height < leastPx
      }

      for (const language of languages) {
        preview.channel.emit('updateGlobals', { globals: { language } })
        do await new Promise(requestAnimationFrame)
        while (!document.querySelector(`.stage[lang=${language}]`))
        const stage = document.querySelector('.stage') as HTMLElement
        for (const element of stage.querySelectorAll<HTMLElement>('*')) {
          if (isCutOff(element)) found.push(`${language}: cut off: ${tagOf(element)}`)
        }
        // Of the components, that is: a story may stand for an app with a button of its own.
        const targets = ':is(a, button, input:not([type=hidden]), [role=option])'
        for (const element of stage.querySelectorAll<HTMLElement>(
          `${targets}[data-sc], [data-sc] ${targets}`,
        )) {
          if (isTooSmall(element)) found.push(`${language}: too small: ${tagOf(element)}`)
        }
        const { scrollWidth } = document.documentElement
        if (scrollWidth > innerWidth) found.push(`${language}: ${scrollWidth} px wide`)
      }
      preview.channel.emit('updateGlobals', { globals: { language: 'en' } })
      return found
    },
    { languages, leastPx },
  )
}

async function show(page: Page, { width, letters }: { width: number; letters: string }) {
  await page.setViewportSize({ width, height: 568 })
  await page.evaluate(size => {
    document.documentElement.style.fontSize = size
  }, letters)
}

for (const half of [0, 1]) {
  test(`every story fits, and its controls can be hit, in every language: half ${half + 1}`, async ({
    page,
  }) => {
    test.setTimeout(300_000)
    const found: Record<string, string[]> = {}
    for (const { id } of await halfOfStories(page, half)) {
      await openStory(page, id)
      // Made for a mouse, and says so.
      const leastPx = id === 'themes--dense' ? 36 : 44
      for (const [name, view] of Object.entries(views)) {
        await show(page, view)
        const here = await misfits(page, leastPx)
        if (here.length > 0) found[`${id}, ${name}`] = here
      }
    }
    expect(found).toEqual({})
  })
}

test('notices what is cut off, too wide or too small', async ({ page }) => {
  await openStory(page, 'components-scopepicker--some-chosen')
  await show(page, { width: 320, letters: '200%' })
  await page.addStyleTag({
    content: `
      :lang(da) [data-sc=summary] { height: 20px; overflow: hidden }
      :lang(nl) [data-sc=presets] { width: 400px }
      :lang(sv) [data-sc=scope-required] { min-block-size: 43px; max-block-size: 43px }`,
  })
  const found = await misfits(page, 44)
  expect(found.filter(fault => fault.startsWith('da'))).toEqual([
    expect.stringContaining('summary'),
  ])
  expect(found).toContainEqual(expect.stringMatching(/^nl: \d+ px wide$/))
  expect(found).toContainEqual(expect.stringMatching(/^sv: too small: <input/))
  expect(found.filter(fault => !/^(da|nl|sv): /.test(fault))).toEqual([])
})
