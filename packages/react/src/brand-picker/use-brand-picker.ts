// The headless brand picker: the brands to show, and the props of the elements that show them.

import {
  type ChangeEvent,
  type KeyboardEvent,
  type RefObject,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { enBrand } from '../locales/en.ts'
import { type Labels, LabelsContext } from '../locales/labels.ts'
import { plural } from '../locales/plural.ts'
import { isMatch } from '../picker/search.ts'
import { type Controllable, useControllable } from '../picker/use-controllable.ts'
import { type Brand, brandsIn, brands as catalogue } from './brands.ts'
import { listboxTarget, typeaheadTarget } from './listbox-keys.ts'

/** Options of `useBrandPicker`. The value is the `make` of a connection; `''` leaves it open. */
export type BrandPickerOptions = Controllable<string> & {
  /** Only what is offered there: ISO 3166 alpha-2, such as `DE`. @default everywhere */
  country?: string | undefined
  /** What there is to choose from. @default `brands` */
  brands?: readonly Brand[] | undefined
  /** The words to use. @default those of the provider above, else English */
  labels?: Pick<Labels, 'language' | 'brand'> | undefined
}

/** One brand, as it stands. */
export type BrandItem = { id: string; name: string; selected: boolean; disabled: boolean }

/** What there is to show, and the props to spread. */
export type BrandPickerState = {
  /** The `make`; `''` lets the person choose in Connect. */
  value: string
  /** Those that match the search; the first one leaves the choice open. */
  items: readonly BrandItem[]
  query: string
  /** How many match, in words; empty without a query. */
  matches: string
  searchProps: {
    type: 'search'
    value: string
    'aria-controls': string
    onChange: (event: ChangeEvent<HTMLInputElement>) => void
    onKeyDown: (event: KeyboardEvent) => void
  }
  /** For the element around the options, which takes the keyboard. */
  listProps: {
    ref: RefObject<HTMLUListElement | null>
    id: string
    role: 'listbox'
    tabIndex: 0
    'aria-activedescendant': string | undefined
    onKeyDown: (event: KeyboardEvent) => void
  }
  optionProps: (item: BrandItem) => {
    id: string
    role: 'option'
    'aria-selected': boolean
    'aria-disabled': boolean
    onClick: () => void
  }
  setValue: (make: string) => void
  /** Back to `defaultValue`. */
  reset: () => void
}

const typingPauseMs = 500
const english = { language: 'en', brand: enBrand }

/**
 * A brand picker for a UI of your own. The keyboard works as in a native list box: arrows, Home,
 * End, Page Up, Page Down and the first letters of a name choose at once.
 *
 * A value that is not among the brands is shown as it is, so that no id is ever lost.
 *
 * @example
 * const { items, listProps, optionProps } = useBrandPicker({ country: 'DE', onValueChange: setMake })
 * return <ul {...listProps}>{items.map(item => <li key={item.id} {...optionProps(item)}>{item.name}</li>)}</ul>
 */
export function useBrandPicker(options: BrandPickerOptions = {}): BrandPickerState {
  const { country, brands = catalogue } = options
  const given = useContext(LabelsContext)
  const labels = options.labels ?? given ?? english
  const [value, change, reset] = useControllable(options, '')
  const [query, setQuery] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const typing = useRef({ text: '', at: 0 })
  const id = useId()

  const offered = country ? brandsIn(country, brands) : brands
  const all = [{ id: '', name: labels.brand.any }, ...offered, ...stranger(value, offered)]
  const items = all
    .filter(brand => isMatch(query, [brand.name, brand.id]))
    .map(({ id, name, web }: Brand) => ({
      id,
      name,
      selected: id === value,
      disabled: web === false,
    }))
  const at = items.findIndex(item => item.selected)
  const optionId = (brand: string) => `${id}-${brand}`

  // What is chosen is in sight: at first without moving the page, then as the keyboard moves.
  useEffect(() => {
    const option = list.current?.querySelector<HTMLElement>('[aria-selected="true"]')
    if (option) option.parentElement?.scrollTo(0, option.offsetTop - option.clientHeight)
  }, [])
  useEffect(() => {
    if (list.current?.contains(document.activeElement)) {
      document.getElementById(`${id}-${value}`)?.scrollIntoView({ block: 'nearest' })
    }
  }, [id, value])

  function choose(index: number | undefined) {
    const item = index === undefined ? undefined : items[index]
    if (item) change(() => item.id)
  }

  function type(letter: string, timeMs: number) {
    const { text, at: lastMs } = typing.current
    typing.current = { text: timeMs - lastMs < typingPauseMs ? text + letter : letter, at: timeMs }
    choose(typeaheadTarget(typing.current.text, items, at))
  }

  return {
    value,
    items,
    query,
    matches:
      query && plural(labels.language, labels.brand.matches, items.filter(item => item.id).length),
    searchProps: {
      type: 'search',
      value: query,
      'aria-controls': id,
      onChange: event => setQuery(event.currentTarget.value),
      onKeyDown: event => {
        // The search is no answer, so it does not send the form.
        if (event.key === 'Enter') event.preventDefault()
        if (event.key !== 'ArrowDown') return
        event.preventDefault()
        list.current?.focus()
        if (at < 0) choose(listboxTarget('Home', items, at))
      },
    },
    listProps: {
      ref: list,
      id,
      role: 'listbox',
      tabIndex: 0,
      'aria-activedescendant': at < 0 ? undefined : optionId(value),
      onKeyDown: event => {
        const { key, ctrlKey, metaKey, altKey } = event
        if (ctrlKey || metaKey || altKey) return
        const target = listboxTarget(key, items, at)
        if (target !== undefined) choose(target)
        else if (key.length === 1 && key !== ' ') type(key, event.timeStamp)
        else if (key !== ' ') return
        event.preventDefault()
      },
    },
    optionProps: item => ({
      id: optionId(item.id),
      role: 'option',
      'aria-selected': item.selected,
      'aria-disabled': item.disabled,
      onClick: () => {
        if (!item.disabled) change(() => item.id)
      },
    }),
    setValue: make => change(() => make),
    reset,
  }
}

// The list is open: an id that is not in it stands for itself.
function stranger(value: string, offered: readonly Brand[]): Brand[] {
  const isKnown = value === '' || offered.some(brand => brand.id === value)
  return isKnown ? [] : [{ id: value, name: value }]
}
