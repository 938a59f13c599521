// Follows the reset of the form around an element.

import { type RefObject, useEffect } from 'react'

/**
 * Calls `onReset` when the form that the element is in is reset: by a button, by `form.reset()`, or
 * by React after a form action. Not called for a reset that the app prevents.
 *
 * @param onReset must be the same function on every render; `undefined` for a value that the parent
 *   controls, which a form cannot reset
 * @see https://react.dev/reference/react-dom/components/form#handle-form-submission-with-a-server-function
 */
export function useFormReset(
  element: RefObject<Element | null>,
  onReset: (() => void) | undefined,
): void {
  useEffect(() => {
    // React and the app listen further in, so here it is known whether one of them prevented it.
    const view = element.current?.ownerDocument.defaultView
    if (!onReset || !view) return
    function onEvent(event: Event) {
      const isOurs = event.target === element.current?.closest('form')
      if (isOurs && !event.defaultPrevented) onReset?.()
    }
    view.addEventListener('reset', onEvent)
    return () => view.removeEventListener('reset', onEvent)
  }, [element, onReset])
}
