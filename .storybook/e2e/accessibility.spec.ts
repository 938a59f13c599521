// axe over every story in both themes, every language, and from right to left, on a phone.
import { expect, test } from '@playwright/test'
import { halfOfStories, openStory } from './stories.ts'
import { faultsByVariant } from './variants.ts'

test.use({ viewport: { width: 320, height: 568 } })

for (const half of [0, 1]) {
  test(`axe finds nothing, and a phone is wide enough, in every story and variant: half ${half + 1}`, async ({
    page,
  }) => {
    test.setTimeout(400_000)
    const found: Record<string, object> = {}
    for (const { id } of await halfOfStories(page, half)) {
      await openStory(page, id)
      const faults = await faultsByVariant(page)
      if (Object.keys(faults).length > 0) found[id] = faults
    }
    expect(found).toEqual({})
  })
}

test('finds what is wrong in one theme, language or direction, and only there', async ({
  page,
}) => {
  await openStory(page, 'components-scopepicker--empty')
  await page.addStyleTag({
    content: `
      [style*='dark'] legend { color: #333 !important }
      :lang(nl) [data-sc=search] label { display: none }
      :lang(fr) [data-sc=search] input { width: 400px }
      [dir=rtl] [data-sc=summary] { color: #aaa !important; background: white }`,
  })
  const legend = expect.stringMatching(/^color-contrast: <legend>/)
  const summary = expect.stringMatching(/^color-contrast: <p>/)
  expect(await faultsByVariant(page)).toEqual({
    'light nl ltr': [expect.stringMatching(/^label: <input /)],
    'light fr ltr': ['wider than the window'],
    'dark en ltr': expect.arrayContaining([legend]),
    'dark en rtl': expect.arrayContaining([legend, summary]),
    'light en rtl': [summary],
  })
})
