// Scrolls a list box so that the chosen option can be seen.

import { type RefObject, useEffect } from 'react'

/**
 * Keeps the chosen option in view: at first without scrolling the page, afterwards whenever the
 * choice changes while the list has the focus.
 *
 * @param optionId the DOM id of the chosen option
 */
export function useChosenInView(list: RefObject<HTMLElement | null>, optionId: string): void {
  useEffect(() => {
    const option = list.current?.querySelector<HTMLElement>('[aria-selected="true"]')
    // Only the list scrolls: scrollIntoView would move the page, too. What has no layout, such as a
    // page made for a test, has no function to scroll either.
    if (option?.parentElement) {
      option.parentElement.scrollTop = option.offsetTop - option.clientHeight
    }
  }, [list])

  useEffect(() => {
    if (!list.current?.contains(document.activeElement)) return
    document.getElementById(optionId)?.scrollIntoView?.({ block: 'nearest' })
  }, [list, optionId])
}
