'use client'
// The headless brand picker: the brands to show, and the props of the elements that show them.

import {
  type ChangeEvent,
  type KeyboardEvent,
  type Ref,
  useCallback,
  useContext,
  useState,
} from 'react'
import type { ConnectOptions } from 'smartcar-connect'
import { useConnectDefaults } from '../connect/connect-defaults.ts'
import { enBrand } from '../locales/en.ts'
import { type Labels, LabelsContext } from '../locales/labels.ts'
import { plural } from '../locales/plural.ts'
import { type Controllable, useControllable } from '../picker/use-controllable.ts'
import { type BrandGroup, type BrandItem, brandGroups } from './brand-groups.ts'
import { type Brand, brands as catalogue } from './brands.ts'
import { searchNote } from './search-note.ts'
import { useChosenInView } from './use-chosen-in-view.ts'
import { useListKeys } from './use-list-keys.ts'
import { type RadioProps, useRadioProps } from './use-radio-props.ts'

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
  /**
   * Ids of the brands that come first, in a group of their own and in this order, such as
   * `['TESLA', 'KIA']`. Ids that are not offered are left out.
   *
   * @default none
   */
  popular?: readonly string[] | undefined
  /**
   * The `mode` of the connection. Some brands connect real cars only from an app, and then they are
   * disabled; simulated cars of theirs can be connected.
   *
   * @default that of the provider above, else `'live'`
   */
  mode?: ConnectOptions['mode']
  /** The name of the radio buttons in the form. @default not in the form */
  name?: string | undefined
  /** The words to use. @default those of the provider above, else English */
  labels?: Pick<Labels, 'language' | 'brand'> | undefined
}

/** What to show, and the props to spread. */
export type BrandPickerState = {
  /** The `make`; `''` lets the person choose in Smartcar's window. */
  value: string
  /** The brands that match the search: the popular ones and the others, or one group. */
  groups: readonly BrandGroup[]
  /** The entry that leaves the choice to Smartcar's window. Always show it, after the groups. */
  wayOut: BrandItem
  /** How many brands there are without a search. */
  total: number
  /** What is typed into the search. */
  query: string
  /** How many brands match, in words; empty without a query. */
  matches: string
  /** What to show below the brands: that none matches, or where to choose the one meant; else empty. */
  note: string
  /** For the `<input>` of the search. */
  searchProps: {
    ref: Ref<HTMLInputElement>
    type: 'search'
    value: string
    disabled: boolean
    'aria-controls': string
    onChange: (event: ChangeEvent<HTMLInputElement>) => void
    onKeyDown: (event: KeyboardEvent) => void
  }
  /** For the `<fieldset>` around the radio buttons; it adds keys to those that browsers handle. */
  listProps: {
    ref: Ref<HTMLFieldSetElement>
    id: string
    tabIndex: -1
    onKeyDown: (event: KeyboardEvent) => void
  }
  /** For the `<input>` of one entry, in a `<label>` with its name. */
  radioProps: (item: BrandItem) => RadioProps
  /**
   * For an `<input>` that keeps the value in the form while the search hides the brand that is
   * chosen; `undefined` while it is shown, and without `name`.
   */
  hiddenProps: { type: 'hidden'; name: string; value: string; disabled: boolean } | undefined
  /** For a `<button>` that empties the search, where `note` is shown. */
  showAllProps: { type: 'button'; disabled: boolean; onClick: () => void }
  /** Chooses a brand by its id; `''` leaves the choice open. */
  setValue: (make: string) => void
  /** Goes back to `defaultValue`, and empties the search. */
  reset: () => void
}

const english = { language: 'en', brand: enBrand }
const none: readonly string[] = []

/**
 * A brand picker for a UI of your own: native radio buttons, with the keys of a list box. Arrows
 * choose at once, and so do Home, End, Page Up, Page Down and the first letters of a name. The arrow
 * down leads from the search to the brands; what is typed there goes on in the search.
 *
 * A value that is not among the brands is shown by its id, so that no value is lost.
 *
 * @returns what to show, and the props to spread
 *
 * @example
 * const { groups, wayOut, listProps, radioProps } = useBrandPicker({ country: 'DE', onValueChange: setMake })
 * const items = [...groups.flatMap(group => group.items), wayOut]
 * return (
 *   <fieldset {...listProps}>
 *     {items.map(item => <label key={item.id}><input {...radioProps(item)} /> {item.name}</label>)}
 *   </fieldset>
 * )
 */
export function useBrandPicker(options: BrandPickerOptions = {}): BrandPickerState {
  const { country, brands = catalogue, popular = none, name, disabled = false } = options
  const mode = useConnectDefaults().mode
  const contextLabels = useContext(LabelsContext)
  const { language, brand: words } = options.labels ?? contextLabels ?? english
  const [value, change, resetValue] = useControllable(options, '')
  const [query, setQuery] = useState('')

  const isSimulated = (options.mode ?? mode ?? 'live') !== 'live'
  const titles = { popular: words.popular, others: words.others }
  const input = { brands, country, popular, isSimulated, value, titles }
  // Spaces alone ask for nothing.
  const asked = query.trim()
  const groups = brandGroups({ ...input, query: asked })
  const shown = groups.flatMap(group => group.items)
  const wayOut = { id: '', name: words.any, selected: value === '', disabled: false }

  const keys = useListKeys([...shown, wayOut], asked)
  const isHidden = ![...shown, wayOut].some(item => item.selected)
  useChosenInView(keys.list, asked)

  return {
    value,
    groups,
    wayOut,
    total: asked ? countOf(brandGroups({ ...input, query: '' })) : shown.length,
    query,
    matches: asked && plural(language, words.matches, shown.length),
    note: searchNote(asked, shown.length, language, words),
    searchProps: {
      ref: keys.search,
      type: 'search',
      value: query,
      disabled,
      'aria-controls': keys.listId,
      onChange: event => setQuery(event.currentTarget.value),
      onKeyDown: keys.onSearchKey,
    },
    listProps: { ref: keys.list, id: keys.listId, tabIndex: -1, onKeyDown: keys.onListKey },
    radioProps: useRadioProps(keys.list, { name, disabled, value }, change),
    hiddenProps: name && isHidden ? { type: 'hidden', name, value, disabled } : undefined,
    showAllProps: {
      type: 'button',
      disabled,
      onClick() {
        setQuery('')
        // The button goes, and a phone would open its keyboard for the search.
        keys.list.current?.focus()
      },
    },
    setValue: make => change(() => make),
    reset: useCallback(() => {
      resetValue()
      setQuery('')
    }, [resetValue]),
  }
}

function countOf(groups: readonly BrandGroup[]): number {
  return groups.reduce((sum, group) => sum + group.items.length, 0)
}
