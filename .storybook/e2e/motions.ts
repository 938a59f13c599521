// Finds what moves in the story that is open.

import type { Page } from '@playwright/test'

/** What moves in the story, or would move when it is hovered or pressed. */
export async function motions(page: Page): Promise<string[]> {
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
