// The check in every-story.spec.ts that everything fits can fail.

import { expect, test } from '@playwright/test'
import { misfits } from './misfits.ts'
import { openStory } from './stories.ts'
import { everyLanguage } from './story-languages.ts'

test.use({ viewport: { width: 320, height: 568 } })

test('finds what is cut off, too wide or too small', async ({ page }) => {
  await openStory(page, 'components-scopepicker--some-chosen')
  await page.addStyleTag({
    content: `
      :lang(da) [data-sc=summary] { height: 20px; overflow: hidden }
      :lang(nl) [data-sc=presets] { width: 400px }
      :lang(sv) [data-sc=scope-required] { min-block-size: 43px; max-block-size: 43px }`,
  })
  const found = await misfits(page, {
    languages: everyLanguage,
    leastPx: 44,
    letters: ['100%', '200%'],
  })
  expect(found.filter(fault => fault.startsWith('da'))).toEqual([
    expect.stringMatching(/^da 100%: cut off: .*summary/),
    expect.stringMatching(/^da 200%: cut off: .*summary/),
  ])
  expect(found).toContainEqual(expect.stringMatching(/^nl 200%: \d+ px wide$/))
  expect(found).toContainEqual(expect.stringMatching(/^sv 200%: too small: <input/))
  expect(found.filter(fault => !/^(da|nl|sv) /.test(fault))).toEqual([])
})
