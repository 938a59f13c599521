// What moves, and does not with reduced motion. every-story.spec.ts checks that in all stories.

import { expect, test } from '@playwright/test'
import { motions } from './motions.ts'
import { openStory } from './stories.ts'

test('one ring turns while a session waits, but not with reduced motion', async ({ page }) => {
  await openStory(page, 'components-connectbutton--waiting')
  const all = await motions(page)
  expect(all.filter(one => one.startsWith('runs'))).toEqual(['runs in BUTTON'])
  expect(all.filter(one => one.endsWith('turns'))).toEqual(['BUTTON::before turns'])
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
