// Scrolls the list so that the chosen brand can be seen.

import { type RefObject, useEffect } from 'react'

/**
 * Brings the chosen brand into view at first and whenever a search has ended. Afterwards the focus
 * does it.
 */
export function useChosenInView(list: RefObject<Element | null>, query: string): void {
  const isSearching = query !== ''
  useEffect(() => {
    const chosen = list.current?.querySelector('input:checked')
    if (isSearching || !chosen) return
    const { top } = chosen.getBoundingClientRect()
    // Only what is inside the list scrolls: scrollIntoView would move the page, too.
    for (let box = chosen.parentElement; box; box = box.parentElement) {
      box.scrollTop += top - box.getBoundingClientRect().top - box.clientHeight / 2
      if (box === list.current) break
    }
  }, [list, isSearching])
}
