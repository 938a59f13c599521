// Tells when the form around an element is reset.

import { type RefObject, useEffect } from 'react'

/** Calls `onReset`, which must stay the same, after the form that the element is in was reset. */
export function useFormReset(element: RefObject<Element | null>, onReset: () => void): void {
  useEffect(() => {
    const form = element.current?.closest('form')
    form?.addEventListener('reset', onReset)
    return () => form?.removeEventListener('reset', onReset)
  }, [element, onReset])
}
