// Leads the keyboard from the search to the radio buttons, among them, and back.

import { type KeyboardEvent, type RefObject, useId, useRef } from 'react'
import type { BrandItem } from './brand-groups.ts'
import { jumpTarget, typeaheadTarget } from './radio-keys.ts'
import { useTypedText } from './use-typed-text.ts'

/** The two elements, and what their keys do. */
export type ListKeys = {
  readonly search: RefObject<HTMLInputElement | null>
  readonly list: RefObject<HTMLFieldSetElement | null>
  /** The DOM id of the list. */
  readonly listId: string
  readonly onSearchKey: (event: KeyboardEvent) => void
  readonly onListKey: (event: KeyboardEvent) => void
}

/**
 * The keys that browsers do not handle. They focus and click native radio buttons, so a disabled one
 * is never chosen, by whatever it is disabled.
 *
 * @param items what is shown
 */
export function useListKeys(items: readonly BrandItem[], query: string): ListKeys {
  const search = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLFieldSetElement>(null)
  const addLetter = useTypedText()

  function enter() {
    const radios = enabledRadios(list.current)
    const chosen = radios.find(radio => radio.checked)
    // Who searched for a brand wants the first one that was found, not the way out below it.
    const isFound = chosen && (!query || chosen.value !== '')
    choose(isFound ? chosen : radios[0])
  }

  function onSearchKey(event: KeyboardEvent) {
    // These keys choose among the suggestions of an input method while it composes.
    if (event.nativeEvent.isComposing) return
    // The search is not part of the form's data, so Enter must not submit the form.
    if (event.key === 'Enter') event.preventDefault()
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    enter()
  }

  function onListKey(event: KeyboardEvent) {
    const { key, ctrlKey, metaKey, altKey, target, timeStamp } = event
    const radios = enabledRadios(list.current)
    const from = radios.indexOf(target as HTMLInputElement)
    const isButton = target instanceof Element && target.localName === 'button'
    if (ctrlKey || metaKey || altKey || isButton) return
    // Where nothing can be chosen, the keys scroll the list.
    if (radios.length === 0) return

    // A letter may be two units of UTF-16; the names of other keys are longer words.
    const isLetter = [...key].length === 1
    if (query && ((isLetter && key !== ' ') || key === 'Backspace')) {
      // The browser types it there, as the field has the focus before it does.
      search.current?.focus()
      return
    }
    if (key === 'ArrowUp' && from <= 0) search.current?.focus()
    else if (key === 'ArrowDown' && from < 0) enter()
    else {
      const jump = jumpTarget(key, radios.length, from)
      if (jump === undefined && !isLetter) return
      const typed = isLetter ? addLetter(key, timeStamp) : ''
      // A space on its own is left to the browser, which chooses the radio button with it.
      if (isLetter && !typed) return
      const names = radios.map(radio => items.find(item => item.id === radio.value)?.name ?? '')
      const index = jump ?? typeaheadTarget(typed, names, from)
      if (index !== undefined) choose(radios[index])
    }
    event.preventDefault()
  }

  return { search, list, listId: useId(), onSearchKey, onListKey }
}

function enabledRadios(list: Element | null): readonly HTMLInputElement[] {
  return [...(list?.querySelectorAll<HTMLInputElement>('input[type="radio"]:not(:disabled)') ?? [])]
}

function choose(radio: HTMLInputElement | undefined) {
  radio?.focus()
  if (!radio?.checked) radio?.click()
}
