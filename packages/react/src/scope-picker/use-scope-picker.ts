'use client'
// The headless scope picker: what to show, and the props of the native elements that show it.

import {
  type ChangeEvent,
  type KeyboardEvent,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react'
import type { Scope } from 'smartcar-connect'
import { enScope } from '../locales/en.ts'
import { type Labels, LabelsContext } from '../locales/labels.ts'
import { plural } from '../locales/plural.ts'
import { isMatch } from '../picker/search.ts'
import { type Controllable, useControllable } from '../picker/use-controllable.ts'
import {
  type ChangeScope,
  type CheckboxProps,
  groupProps,
  itemProps,
  requiredProps,
} from './checkbox-props.ts'
import { type ScopeGroup, type ScopeItem, scopeGroup } from './scope-group.ts'
import { isPresetChosen, type ScopePreset, scopePresets, withPreset } from './scope-presets.ts'
import { scopeSummary } from './scope-summary.ts'
import { choicesOf, nameOf, sameEntries, withLocked } from './scope-value.ts'
import { useScopeCatalogue } from './use-scope-catalogue.ts'

/** Options of `useScopePicker`. The value is exactly the `scope` option of a connection. */
export type ScopePickerOptions = Controllable<readonly Scope[]> & {
  /**
   * Permissions that are always asked for, exactly as written: `'read_vin'` or `'required:read_vin'`.
   *
   * @default none
   */
  locked?: readonly Scope[] | undefined
  /** The buttons that choose several at once; `[]` for none. @default insurance, energy, car sharing, roadside help */
  presets?: readonly ScopePreset[] | undefined
  /** The words to use. @default those of the provider above, else English */
  labels?: Pick<Labels, 'language' | 'scope'> | undefined
}

/**
 * What to show, and the props to spread. Its own functions, from `groupProps` to `reset`, are the same
 * on every render while `disabled` is.
 */
export type ScopePickerState = {
  /** What is asked for: exactly the `scope` option of a connection. */
  value: readonly Scope[]
  /** Read and control, without a group in which nothing matches. */
  groups: readonly ScopeGroup[]
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
  presets: readonly (ScopePreset & {
    /** `aria-pressed` says whether exactly this preset is chosen. */
    buttonProps: {
      type: 'button'
      disabled: boolean
      'aria-pressed': boolean
      onClick: () => void
    }
  })[]
  /** What is asked for, in sentences. */
  summary: readonly string[]
  /** For the box of a whole group; it changes the permissions that are shown. */
  groupProps: (group: ScopeGroup) => CheckboxProps
  /** For the box of a permission. */
  itemProps: (item: ScopeItem) => CheckboxProps
  /** For the box that makes a permission required. */
  requiredProps: (item: ScopeItem) => CheckboxProps
  /** Replaces the scope; locked permissions stay in it. */
  setValue: (scope: readonly Scope[]) => void
  /** Goes back to `defaultValue`. */
  reset: () => void
}

const none: readonly Scope[] = []
const english = { language: 'en', scope: enScope }

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
  const [value, change, reset] = useLockedScope(options, locked)
  const [query, setQuery] = useState('')

  const { catalogue, unknown } = useScopeCatalogue(value, labels)
  const choices = choicesOf(value)
  const lockedNames = new Set(locked.map(nameOf))
  const items: readonly ScopeItem[] = catalogue.map(info => ({
    ...info,
    ...(choices.get(info.name) ?? { checked: false, required: false }),
    locked: lockedNames.has(info.name),
  }))
  const shown = items.filter(item => isMatch(query, [item.title, item.description, item.name]))
  const groups = (['read', 'control'] as const)
    .map(access => scopeGroup(access, labels, shown))
    .filter(group => group.items.length > 0)
  const presets = options.presets ?? scopePresets(labels.scope)

  return {
    value,
    groups,
    query,
    matches: query && plural(labels.language, labels.scope.matches, shown.length),
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
    presets: presets.map(preset => ({
      ...preset,
      buttonProps: {
        type: 'button',
        disabled,
        'aria-pressed': isPresetChosen(value, preset, locked, unknown),
        onClick: () => change(scope => withPreset(scope, preset, unknown)),
      },
    })),
    summary: scopeSummary(items, labels),
    groupProps: useCallback(
      (group: ScopeGroup) => groupProps(group, change, disabled),
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
    reset,
  }
}

// The value, which always has the locked permissions in it, and functions that keep them there.
function useLockedScope(
  options: Controllable<readonly Scope[]>,
  locked: readonly Scope[],
): readonly [value: readonly Scope[], change: ChangeScope, reset: () => void] {
  const [chosen, changeChosen, reset] = useControllable(options, none)
  const latest = useRef(locked)
  useEffect(() => {
    latest.current = locked
  })
  const change = useCallback<ChangeScope>(
    next =>
      changeChosen(scope => {
        const before = withLocked(scope, latest.current)
        const after = withLocked(next(before), latest.current)
        return sameEntries(after, before) ? scope : after
      }),
    [changeChosen],
  )
  return [withLocked(chosen, locked), change, reset]
}
