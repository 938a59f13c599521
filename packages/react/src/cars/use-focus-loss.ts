// Tells that an element is about to be removed while it has the focus.

import { type RefObject, useEffect, useInsertionEffect, useRef } from 'react'

/**
 * Calls `onLoss` when an element with the focus in it is about to be removed, whoever removes it, while
 * it is still there.
 *
 * @param root the element around the component
 */
export function useFocusLoss(
  root: RefObject<HTMLElement | null>,
  onLoss: (root: HTMLElement) => void,
): void {
  const latest = useRef(onLoss)
  useEffect(() => {
    latest.current = onLoss
  })
  // The only effect whose cleanup runs while the element is still there and that servers pass over
  // without a warning.
  useInsertionEffect(
    () => () => {
      const element = root.current
      if (element?.contains(document.activeElement)) latest.current(element)
    },
    [root],
  )
}
