// Makes a list that scrolls a stop of Tab where nothing in it can have the focus.

import { type RefObject, useEffect, useState } from 'react'

/**
 * The `tabIndex` of a list that scrolls. It follows a `<fieldset disabled>` around the list, too,
 * because no key could scroll the list otherwise.
 *
 * @param disabled whether the app has disabled the list
 */
export function useScrollStop(list: RefObject<Element | null>, disabled: boolean): 0 | -1 {
  const [isDisabledAround, setDisabledAround] = useState(false)

  useEffect(() => {
    function look() {
      setDisabledAround(fieldsets[0]?.matches(':disabled') ?? false)
    }
    const fieldsets = fieldsetsAround(list.current)
    // A fieldset that is disabled renders nothing in it anew, and has no event.
    const observer = new MutationObserver(look)
    for (const fieldset of fieldsets) observer.observe(fieldset, { attributeFilter: ['disabled'] })
    look()
    return () => observer.disconnect()
  }, [list])

  return disabled || isDisabledAround ? 0 : -1
}

function fieldsetsAround(element: Element | null): readonly Element[] {
  const fieldset = element?.closest('fieldset')
  return fieldset ? [fieldset, ...fieldsetsAround(fieldset.parentElement)] : []
}
