'use client'
// The headless brand picker: the brands to show, and the props of the elements that show them.

import {
  type ChangeEvent,
  type KeyboardEvent,
  type Ref,
  useContext,
  useId,
  useRef,
  useState,
} from 'react'
import { enBrand } from '../locales/en.ts'
import { type Labels, LabelsContext } from '../locales/labels.ts'
import { plural } from '../locales/plural.ts'
import { type Controllable, useControllable } from '../picker/use-controllable.ts'
import { useDisabled } from '../picker/use-disabled.ts'
import { type BrandItem, brandItems } from './brand-items.ts'
import { type Brand, brands as catalogue } from './brands.ts'
import { listboxTarget, typeaheadTarget } from './listbox-keys.ts'
import { useChosenInView } from './use-chosen-in-view.ts'
import { useTypedText } from './use-typed-text.ts'

/** Options of `useBrandPicker`. The value is the `make` of a connection; `''` leaves it open. */
export type BrandPickerOptions = Controllable<string> & {
  /**
   * Offers only the brands of this country, by two letters such as `'DE'`; see `brandsIn`.
   *
   * @default every brand
   * @see https://www.iso.org/iso-3166-country-codes.html
   */
  country?: string | undefined
  /** What to choose from. @default `brands` */
  brands?: readonly Brand[] | undefined
  /** The words to use. @default those of the provider above, else English */
  labels?: Pick<Labels, 'language' | 'brand'> | undefined
}

/** What to show, and the props to spread. */
export type BrandPickerState = {
  /** The `make`; `''` lets the person choose in Connect. */
  value: string
  /** The entries that match the search; the first one lets the person choose in Connect. */
  items: readonly BrandItem[]
  /** Whether nothing can be chosen, by `disabled` or by a fieldset around the list. */
  disabled: boolean
  /** What is typed into the search. */
  query: string
  /** How many brands match, in words; empty without a query. */
  matches: string
  /** For the `<input>` of the search. */
  searchProps: {
    type: 'search'
    value: string
    disabled: boolean
    'aria-controls': string
    onChange: (event: ChangeEvent<HTMLInputElement>) => void
    onKeyDown: (event: KeyboardEvent) => void
  }
  /** For the element around the options, which has the focus and takes the keys. */
  listProps: {
    ref: Ref<HTMLUListElement>
    id: string
    role: 'listbox'
    tabIndex: 0
    'aria-disabled': boolean
    'aria-activedescendant': string | undefined
    onKeyDown: (event: KeyboardEvent) => void
  }
  /** For the element of one entry. */
  optionProps: (item: BrandItem) => {
    id: string
    role: 'option'
    'aria-selected': boolean
    'aria-disabled': boolean
    onClick: () => void
  }
  /** Chooses a brand by its id; `''` leaves the choice open. */
  setValue: (make: string) => void
  /** Goes back to `defaultValue`. */
  reset: () => void
}

const english = { language: 'en', brand: enBrand }

/**
 * A brand picker for a UI of your own. The keyboard works as in a native list box: arrows, Home,
 * End, Page Up, Page Down and the first letters of a name choose at once.
 *
 * A value that is not among the brands is shown by its id, so that no value is lost.
 *
 * @returns what to show, and the props to spread
 *
 * @example
 * const { items, listProps, optionProps } = useBrandPicker({ country: 'DE', onValueChange: setMake })
 * return <ul {...listProps}>{items.map(item => <li key={item.id} {...optionProps(item)}>{item.name}</li>)}</ul>
 */
export function useBrandPicker(options: BrandPickerOptions = {}): BrandPickerState {
  const { country, brands = catalogue } = options
  const contextLabels = useContext(LabelsContext)
  const labels = options.labels ?? contextLabels ?? english
  const [value, change, reset] = useControllable(options, '')
  const [query, setQuery] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const listId = useId()
  const addLetter = useTypedText()
  const disabled = useDisabled(list, options.disabled)
  useChosenInView(list, optionId(value))

  const items = brandItems({ brands, country, value, query, anyName: labels.brand.any })
  const chosenIndex = items.findIndex(item => item.selected)

  function optionId(brandId: string) {
    return `${listId}-${brandId}`
  }

  function choose(index: number | undefined) {
    const item = index === undefined ? undefined : items[index]
    if (item && !disabled) change(() => item.id)
  }

  function onSearchKey(event: KeyboardEvent) {
    // The search is not part of the form's data, so Enter must not submit the form.
    if (event.key === 'Enter') event.preventDefault()
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    list.current?.focus()
    if (chosenIndex < 0) choose(listboxTarget('Home', items, chosenIndex))
  }

  function onListKey(event: KeyboardEvent) {
    const { key, ctrlKey, metaKey, altKey, timeStamp } = event
    if (disabled || ctrlKey || metaKey || altKey) return
    const target = listboxTarget(key, items, chosenIndex)
    // A letter may be two units of UTF-16; the names of other keys are longer words.
    const isLetter = [...key].length === 1
    if (target === undefined && !isLetter) return
    choose(target ?? typeaheadTarget(addLetter(key, timeStamp), items, chosenIndex))
    // The space bar, too, would scroll the page.
    event.preventDefault()
  }

  const matchCount = items.filter(item => item.id !== '').length
  return {
    value,
    items,
    disabled,
    query,
    matches: query && plural(labels.language, labels.brand.matches, matchCount),
    searchProps: {
      type: 'search',
      value: query,
      disabled,
      'aria-controls': listId,
      onChange: event => setQuery(event.currentTarget.value),
      onKeyDown: onSearchKey,
    },
    listProps: {
      ref: list,
      id: listId,
      role: 'listbox',
      // Also when it is disabled: otherwise nobody could scroll it with the keyboard.
      tabIndex: 0,
      'aria-disabled': disabled,
      'aria-activedescendant': chosenIndex < 0 ? undefined : optionId(value),
      onKeyDown: onListKey,
    },
    optionProps: item => ({
      id: optionId(item.id),
      role: 'option',
      'aria-selected': item.selected,
      'aria-disabled': disabled || item.disabled,
      onClick() {
        if (!disabled && !item.disabled) change(() => item.id)
      },
    }),
    setValue: make => change(() => make),
    reset,
  }
}
