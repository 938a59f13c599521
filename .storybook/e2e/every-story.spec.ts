// Every story, opened once and checked in every way. Opening takes longer than most checks.

import { expect, test } from '@playwright/test'
import { controlFaults } from './controls.ts'
import { misfits } from './misfits.ts'
import { motions } from './motions.ts'
import { everyStory, openStory } from './stories.ts'
import { languagesByStory } from './story-languages.ts'
import { faultsByVariant } from './variants.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

// A browser at 200 % has half as many pixels for the page.
const views = [
  { where: 'on 1280 px at 200 %', width: 640, letters: ['100%'] },
  { where: 'on a phone', width: 320, letters: ['100%', '200%'] },
]

// Two halves, so that two workers can share them.
for (const half of [0, 1]) {
  test(`axe finds nothing, nothing moves, all fits and can be hit, and no control breaks it: half ${half + 1} of the stories`, async ({
    page,
  }) => {
    test.setTimeout(600_000)
    const all = await everyStory(page)
    const languagesOf = languagesByStory(all)
    const stories = all.filter((_, index) => index % 2 === half)
    expect(stories.length).toBeGreaterThan(10)
    const found: Record<string, unknown> = {}
    // A control does the same in each story of its component, so it is used in one of them.
    const controls = new Set<string>()
    for (const { id, title } of stories) {
      const languages = languagesOf.get(id) ?? []
      await openStory(page, id)
      expect(await page.evaluate(() => matchMedia('(prefers-reduced-motion)').matches)).toBe(true)
      const moving = await motions(page)
      if (moving.length > 0) found[`${id} moves`] = moving
      // This theme is made for a mouse, and says so.
      const leastPx = id === 'themes--dense' ? 36 : 44
      for (const { where, width, letters } of views) {
        await page.setViewportSize({ width, height: 568 })
        const here = await misfits(page, { languages, leastPx, letters })
        if (here.length > 0) found[`${id} ${where}`] = here
      }
      const faults = await faultsByVariant(page, languages)
      if (Object.keys(faults).length > 0) found[id] = faults
      // The Playground’s own controls depend on each other, and playground.spec.ts is about them.
      const broken = title === 'Playground' ? [] : await controlFaults(page, controls)
      if (broken.length > 0) found[`${id} with its controls`] = broken
    }
    expect(found).toEqual({})
  })
}
