// What moves, and does not with reduced motion. every-story.spec.ts checks that in all stories.

import { expect, test } from '@playwright/test'
import { motions } from './motions.ts'
import { openStory } from './stories.ts'

test('the rings turn while a session waits, but not with reduced motion', async ({ page }) => {
  await openStory(page, 'components-connectbutton--waiting')
  const all = await motions(page)
  expect(all).toEqual(expect.arrayContaining(['runs in BUTTON', 'runs in P']))
  expect(all).toEqual(expect.arrayContaining(['BUTTON::before turns', 'P::before turns']))
  expect(all).toContain('BUTTON goes over')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await motions(page)).toEqual([])
})

test('a button shrinks when it is pressed, but not with reduced motion', async ({ page }) => {
  await openStory(page, 'components-connectbutton--idle')
  const button = page.locator('[data-sc=button]')
  await button.hover()
  await page.mouse.down()
  await expect(button).not.toHaveCSS('transform', 'none')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expect(button).toHaveCSS('transform', 'none')
})
