// Scrolls the list so that the chosen brand, or the first one that was found, can be seen.

import { type RefObject, useEffect } from 'react'

/**
 * Brings the chosen brand into view at first and when a search has ended, and the first match while
 * somebody searches. Otherwise the focus does it.
 */
export function useChosenInView(list: RefObject<Element | null>, query: string): void {
  useEffect(() => {
    const radio = list.current?.querySelector(query ? 'input' : 'input:checked')
    if (!radio) return
    const { top } = radio.getBoundingClientRect()
    // Only what is inside the list scrolls: scrollIntoView would move the page, too.
    for (let box = radio.parentElement; box; box = box.parentElement) {
      const distance = top - box.getBoundingClientRect().top - box.clientHeight / 2
      box.scrollTop = query ? 0 : box.scrollTop + distance
      if (box === list.current) break
    }
  }, [list, query])
}
