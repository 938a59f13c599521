// Listens for the reset of the form around an element.

import { type RefObject, useEffect } from 'react'

/**
 * Calls `onReset` when the form that the element is in is reset.
 *
 * @param onReset must be the same function on every render
 */
export function useFormReset(element: RefObject<Element | null>, onReset: () => void): void {
  useEffect(() => {
    const form = element.current?.closest('form')
    form?.addEventListener('reset', onReset)
    return () => form?.removeEventListener('reset', onReset)
  }, [element, onReset])
}
