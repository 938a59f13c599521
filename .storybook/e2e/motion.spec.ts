// Where less motion is wished for, nothing moves in any story.
import { expect, type Page, test } from '@playwright/test'
import { halfOfStories, openStory } from './stories.ts'

/** Whatever moves in the story, or would where somebody points at it or presses it. */
async function motions(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('#storybook-root') as HTMLElement
    const running = document.getAnimations().flatMap(animation => {
      const target = animation.effect instanceof KeyframeEffect && animation.effect.target
      return target && root.contains(target) ? [`runs in ${target.tagName}`] : []
    })
    const ready = [...root.querySelectorAll('*')].flatMap(element =>
      [undefined, '::before', '::after'].flatMap(part => {
        const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(
          element,
          part,
        )
        const name = `${element.tagName}${part ?? ''}`
        return [
          ...(animationName === 'none' ? [] : [`${name} turns`]),
          ...(/[1-9]/.test(transitionDuration) ? [`${name} goes over`] : []),
          ...(scrollBehavior === 'smooth' ? [`${name} glides`] : []),
        ]
      }),
    )
    return [...running, ...ready]
  })
}

for (const half of [0, 1]) {
  test(`nothing moves in any story where less motion is wished for: half ${half + 1}`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const found: Record<string, string[]> = {}
    for (const { id } of await halfOfStories(page, half)) {
      await openStory(page, id)
      const here = await motions(page)
      if (here.length > 0) found[id] = here
    }
    expect(found).toEqual({})
  })
}

test('without that wish the rings turn while a person is busy elsewhere', async ({ page }) => {
  await openStory(page, 'components-connectbutton--waiting')
  const all = await motions(page)
  expect(all).toEqual(expect.arrayContaining(['runs in BUTTON', 'runs in P']))
  expect(all).toEqual(expect.arrayContaining(['BUTTON::before turns', 'P::before turns']))
  expect(all).toContain('BUTTON goes over')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await motions(page)).toEqual([])
})

test('a button gives way when it is pressed, but not where less motion is wished for', async ({
  page,
}) => {
  await openStory(page, 'components-connectbutton--idle')
  const button = page.locator('[data-sc=button]')
  await button.hover()
  await page.mouse.down()
  await expect(button).not.toHaveCSS('transform', 'none')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expect(button).toHaveCSS('transform', 'none')
})
