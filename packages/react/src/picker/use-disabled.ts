// Whether a control that is not native is disabled: by its own option, or by a fieldset around it.

import { type RefObject, useCallback, useSyncExternalStore } from 'react'

/**
 * Whether nothing can be chosen in the element. Browsers disable only native controls inside a
 * disabled fieldset, so everything else has to look for itself.
 *
 * @param own the picker's own option
 * @see https://html.spec.whatwg.org/multipage/form-elements.html#concept-fieldset-disabled
 */
export function useDisabled(element: RefObject<Element | null>, own = false): boolean {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const observer = new MutationObserver(onChange)
      for (const fieldset of fieldsetsAround(element.current)) {
        observer.observe(fieldset, { attributeFilter: ['disabled'] })
      }
      return () => observer.disconnect()
    },
    [element],
  )
  const isInDisabled = useSyncExternalStore(
    subscribe,
    () => isInDisabledFieldset(element.current),
    () => false,
  )
  return own || isInDisabled
}

function isInDisabledFieldset(element: Element | null): boolean {
  return fieldsetsAround(element).some(fieldset => {
    // What is in the legend stays usable, such as a box that turns the rest on.
    const legend = [...fieldset.children].find(child => child.localName === 'legend')
    return fieldset.hasAttribute('disabled') && !legend?.contains(element)
  })
}

function fieldsetsAround(element: Element | null): readonly Element[] {
  const fieldset = element?.parentElement?.closest('fieldset')
  return fieldset ? [fieldset, ...fieldsetsAround(fieldset)] : []
}
