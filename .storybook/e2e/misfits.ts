// Finds what does not fit, or is too small to hit, in the story that is open.

import type { Page } from '@playwright/test'
import { locales } from '../locales.ts'
import type { StorybookWindow } from './stories.ts'

const languages = locales.map(({ language }) => language)

/**
 * What is cut off, wider than the window, or a target smaller than `leastPx` each way, in each
 * language.
 */
export async function misfits(page: Page, leastPx: number): Promise<string[]> {
  return page.evaluate(
    async ({ languages, leastPx }) => {
      const { switchGlobals } = window as unknown as StorybookWindow
      const found: string[] = []

      function tagOf(element: Element): string {
        return (element.cloneNode() as Element).outerHTML
      }

      // A field scrolls its text, and a checkbox has nothing inside.
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

      // A click on its label counts for a checkbox, too.
      function isTooSmall(element: HTMLElement): boolean {
        const { width, height } = (element.closest('label') ?? element).getBoundingClientRect()
        return width < leastPx || height < leastPx
      }

      for (const language of languages) {
        await switchGlobals({ language })
        const stage = document.querySelector('.stage') as HTMLElement
        for (const element of stage.querySelectorAll<HTMLElement>('*')) {
          if (isCutOff(element)) found.push(`${language}: cut off: ${tagOf(element)}`)
        }
        // Only the components' own: a story may have a plain button as an app would.
        const targets = ':is(a, button, input:not([type=hidden]), [role=option])'
        for (const element of stage.querySelectorAll<HTMLElement>(
          `${targets}[data-sc], [data-sc] ${targets}`,
        )) {
          if (isTooSmall(element)) found.push(`${language}: too small: ${tagOf(element)}`)
        }
        const { scrollWidth } = document.documentElement
        if (scrollWidth > innerWidth) found.push(`${language}: ${scrollWidth} px wide`)
      }
      await switchGlobals({ language: 'en' })
      return found
    },
    { languages, leastPx },
  )
}

/** Shows the story that is open in a window of this width, with letters of this size. */
export async function resize(
  page: Page,
  { width, letters }: { width: number; letters: string },
): Promise<void> {
  await page.setViewportSize({ width, height: 568 })
  await page.evaluate(size => {
    document.documentElement.style.fontSize = size
  }, letters)
}
