// Keeps the focus near a button that was pressed and is gone afterwards.

import { type RefObject, useEffect, useRef } from 'react'

/**
 * When the button that was pressed is no longer rendered, the focus goes to the first button inside
 * `element`, or to `element` itself.
 *
 * @returns call it when a button inside `element` is pressed
 */
export function useFocusAfterPress(element: RefObject<HTMLElement | null>): () => void {
  const isPressed = useRef(false)

  useEffect(() => {
    if (!isPressed.current) return
    // The browser gives the focus to the body when the element that had it is removed.
    const isLost = document.activeElement === document.body
    if (isLost) (element.current?.querySelector('button') ?? element.current)?.focus()
    // Several renders may follow one press, for as long as the person stays here.
    isPressed.current = element.current?.contains(document.activeElement) === true
  })

  return () => {
    isPressed.current = true
  }
}
