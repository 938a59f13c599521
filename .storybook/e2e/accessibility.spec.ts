// The check with axe in every-story.spec.ts can fail in each theme, language and direction.

import { expect, test } from '@playwright/test'
import { openStory } from './stories.ts'
import { everyLanguage } from './story-languages.ts'
import { faultsByVariant } from './variants.ts'

test.use({ viewport: { width: 320, height: 568 } })

test('finds a fault of one theme, language or direction, and only there', async ({ page }) => {
  await openStory(page, 'components-scopepicker--empty')
  await page.addStyleTag({
    content: `
      [style*='dark'] legend { color: #333 !important }
      :lang(nl) [data-sc=search] label { display: none }
      :lang(fr) [data-sc=search] input { width: 400px }
      [dir=rtl] [data-sc=summary] { color: #aaa !important; background: white }`,
  })
  const legend = expect.stringMatching(/^color-contrast: <legend>/)
  const summary = expect.stringMatching(/^color-contrast: <summary>/)
  expect(await faultsByVariant(page, everyLanguage)).toEqual({
    'light nl ltr': [expect.stringMatching(/^label: <input /)],
    'light fr ltr': ['wider than the window'],
    'dark en ltr': expect.arrayContaining([legend]),
    'dark en rtl': expect.arrayContaining([legend, summary]),
    'light en rtl': [summary],
  })
})
