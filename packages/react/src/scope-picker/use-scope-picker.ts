'use client'
// The headless scope picker: what to show, and the props of the native elements that show it.

import {
  type ChangeEvent,
  type KeyboardEvent,
  useCallback,
  useContext,
  useMemo,
  useState,
} from 'react'
import type { Scope } from 'smartcar-connect'
import { type Labels, LabelsContext } from '../locales/labels.ts'
import { plural } from '../locales/plural.ts'
import { isMatch } from '../picker/search.ts'
import type { Controllable } from '../picker/use-controllable.ts'
import {
  type CheckboxProps,
  groupProps,
  itemProps,
  requiredProps,
  type ScopeSet,
} from './checkbox-props.ts'
import {
  type ScopeGroup,
  type ScopeItem,
  type ScopeTopic,
  scopeGroups,
  shortList,
} from './scope-group.ts'
import { type ScopePreset, scopePresets } from './scope-presets.ts'
import { scopeLine, scopeSummary } from './scope-summary.ts'
import { choicesOf, nameOf } from './scope-value.ts'
import { english } from './scope-words.ts'
import { useLockedScope } from './use-locked-scope.ts'
import { type TopicProps, useOpenTopics } from './use-open-topics.ts'
import { type PresetButton, usePresets } from './use-presets.ts'
import { type CatalogueEntry, useScopeCatalogue } from './use-scope-catalogue.ts'

/** Options of `useScopePicker`. The value is exactly the `scope` option of a connection. */
export type ScopePickerOptions = Controllable<readonly Scope[]> & {
  /**
   * Only what this app uses, by name: `['read_odometer', 'control_charge']`. What the value or `locked`
   * has besides is shown, too, and stays until a person unticks it.
   *
   * @default every known permission
   */
  permissions?: readonly string[] | undefined
  /**
   * Permissions that are always asked for, exactly as written: `'read_vin'` or `'required:read_vin'`.
   *
   * @default none
   */
  locked?: readonly Scope[] | undefined
  /**
   * The buttons that choose several at once; `[]` for none.
   *
   * @default insurance, energy, car sharing and roadside help, each if all that it chooses is in `permissions`
   */
  presets?: readonly ScopePreset[] | undefined
  /** The words to use. @default those of the provider above, else English */
  labels?: Pick<Labels, 'language' | 'scope'> | undefined
}

/**
 * What to show, and the props to spread. Its own functions, from `groupProps` to `reset`, are the same
 * on every render while `disabled` is; `topicProps` is another one when a topic opens or closes, and
 * when the query changes.
 */
export type ScopePickerState = {
  /** What is asked for: exactly the `scope` option of a connection. */
  value: readonly Scope[]
  /** Read and control, without a group in which nothing matches. */
  groups: readonly ScopeGroup[]
  /** Whether there is so much to choose from that a search helps. */
  searchable: boolean
  /** What is typed into the search. */
  query: string
  /** How many permissions match, in words; empty without a query. */
  matches: string
  /** For the `<input>` of the search. */
  searchProps: {
    type: 'search'
    value: string
    disabled: boolean
    onChange: (event: ChangeEvent<HTMLInputElement>) => void
    onKeyDown: (event: KeyboardEvent) => void
  }
  /** The presets, each with the props of its button. */
  presets: readonly PresetButton[]
  /** What is asked for, in one line: “3 to see · 1 to do”. */
  summaryLine: string
  /** What is asked for, in sentences. */
  summary: readonly string[]
  /** What a preset did, for an element with `role="status"`; empty until one is pressed and after other changes. */
  announcement: string
  /** For the box of a whole group or topic; it changes the permissions that are shown. */
  groupProps: (group: ScopeSet) => CheckboxProps
  /** For the `<details>` of a topic. A search opens all that match. */
  topicProps: (topic: ScopeTopic) => TopicProps
  /** For the box of a permission. */
  itemProps: (item: ScopeItem) => CheckboxProps
  /** For the box that makes a permission required. */
  requiredProps: (item: ScopeItem) => CheckboxProps
  /** Replaces the scope; locked permissions stay in it. */
  setValue: (scope: readonly Scope[]) => void
  /** Goes back to `defaultValue`, and empties the search. */
  reset: () => void
}

const none: readonly Scope[] = []

/**
 * A scope picker for a UI of your own. `ScopePicker` is the same with native elements around it.
 *
 * A permission that this version does not know stays in the value until a person unticks it.
 *
 * @returns what to show, and the props to spread
 *
 * @example
 * const picker = useScopePicker({ defaultValue: ['read_odometer'] })
 * return picker.groups.flatMap(group => group.items).map(item => (
 *   <label key={item.name}><input {...picker.itemProps(item)} /> {item.title}</label>
 * ))
 */
export function useScopePicker(options: ScopePickerOptions = {}): ScopePickerState {
  const { locked = none, disabled = false } = options
  const contextLabels = useContext(LabelsContext)
  const labels = options.labels ?? contextLabels ?? english
  const [value, change, resetValue] = useLockedScope(options, locked)
  const [query, setQuery] = useState('')

  const { entries, listed, outside } = useScopeCatalogue(value, labels, options.permissions)
  const choices = choicesOf(value)
  const lockedNames = new Set(locked.map(nameOf))
  const items = entries.map(({ words: { name }, item }) =>
    item(choices.get(name), lockedNames.has(name)),
  )
  // Spaces alone ask for nothing.
  const asked = query.trim()
  const matching = useMemo(() => namesOf(entries, asked), [entries, asked])
  const groups = scopeGroups(items, ({ name }) => matching.has(name), labels)
  const chosen = items.filter(item => item.checked)
  const summaryLine = scopeLine(chosen, labels)

  const { presets, announcement } = usePresets(
    options.presets ?? scopePresets(labels.scope, listed),
    { value, change, locked, outside, disabled, summaryLine, labels },
  )

  return {
    value,
    groups,
    // A search that hides something stays, or nobody could clear it.
    searchable: entries.length > shortList || query !== '',
    query,
    matches: asked && plural(labels.language, labels.scope.matches, matching.size),
    searchProps: {
      type: 'search',
      value: query,
      disabled,
      onChange: event => setQuery(event.currentTarget.value),
      onKeyDown(event) {
        // The search is not part of the form's data, so Enter must not submit the form.
        if (event.key === 'Enter') event.preventDefault()
      },
    },
    presets,
    summaryLine,
    summary: scopeSummary(chosen, labels),
    announcement,
    topicProps: useOpenTopics(groups, asked),
    groupProps: useCallback(
      (group: ScopeSet) => groupProps(group, change, disabled),
      [change, disabled],
    ),
    itemProps: useCallback(
      (item: ScopeItem) => itemProps(item, change, disabled),
      [change, disabled],
    ),
    requiredProps: useCallback(
      (item: ScopeItem) => requiredProps(item, change, disabled),
      [change, disabled],
    ),
    setValue: useCallback((scope: readonly Scope[]) => change(() => scope), [change]),
    reset: useCallback(() => {
      resetValue()
      setQuery('')
    }, [resetValue]),
  }
}

function namesOf(entries: readonly CatalogueEntry[], query: string): ReadonlySet<string> {
  const words = entries.map(entry => entry.words)
  const matching = query
    ? words.filter(({ title, description, name }) => isMatch(query, [title, description, name]))
    : words
  return new Set(matching.map(({ name }) => name))
}
