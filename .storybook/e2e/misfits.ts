// Finds what does not fit, or is too small to hit, in the story that is open.

import type { Page } from '@playwright/test'
import type { StorybookWindow } from './stories.ts'

/** What counts as a misfit. */
type Measures = {
  /** The languages to try. */
  languages: readonly string[]
  /** The least width and height of a target. */
  leastPx: number
  /** Each size of letters to try, as `200%`. */
  letters: readonly string[]
}

/**
 * What is cut off, wider than the window, or too small a target, in each language and with each size
 * of letters.
 */
export async function misfits(page: Page, measures: Measures): Promise<string[]> {
  return page.evaluate(async ({ languages, leastPx, letters }) => {
    const { switchGlobals } = window as unknown as StorybookWindow
    const found: string[] = []

    function tagOf(element: Element): string {
      return (element.cloneNode() as Element).outerHTML
    }

    // A field scrolls its text, and a checkbox has nothing inside. What is in a closed `<details>` has
    // no size of its own: each story opens what matters.
    function isCutOff(element: HTMLElement): boolean {
      if (element.matches('input, [hidden]') || !element.checkVisibility()) return false
      const { overflowY, display } = getComputedStyle(element)
      if (display === 'inline') return false
      const isCutBelow = overflowY === 'hidden' || overflowY === 'clip'
      return (
        element.scrollWidth > element.clientWidth + 1 ||
        (isCutBelow && element.scrollHeight > element.clientHeight + 1)
      )
    }

    // A click on its label counts for a checkbox, too. A compact button is made for a mouse.
    function isTooSmall(element: HTMLElement): boolean {
      const { width, height } = (element.closest('label') ?? element).getBoundingClientRect()
      const least = element.matches('[data-size=compact]') ? 36 : leastPx
      return width < least || height < least
    }

    function measure(view: string): void {
      const stage = document.querySelector('.stage') as HTMLElement
      for (const element of stage.querySelectorAll<HTMLElement>('*')) {
        if (isCutOff(element)) found.push(`${view}: cut off: ${tagOf(element)}`)
      }
      // Only the components' own: a story may have a plain button as an app would, also inside a card.
      const targets = ':is(a, button, input:not([type=hidden]), [role=option])'
      for (const element of stage.querySelectorAll<HTMLElement>(
        `${targets}[data-sc], [data-sc] ${targets}`,
      )) {
        const isOfApp = element.parentElement?.closest('[data-sc]')?.matches('[data-sc=content]')
        if (!isOfApp && isTooSmall(element)) found.push(`${view}: too small: ${tagOf(element)}`)
      }
      const { scrollWidth } = document.documentElement
      if (scrollWidth > innerWidth) found.push(`${view}: ${scrollWidth} px wide`)
    }

    // A language takes long to switch, letters do not.
    for (const language of languages) {
      await switchGlobals({ language })
      for (const size of letters) {
        document.documentElement.style.fontSize = size
        measure(`${language} ${size}`)
      }
    }
    document.documentElement.style.fontSize = ''
    await switchGlobals({ language: 'en' })
    return found
  }, measures)
}
