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
import { type ScopeGroup, type ScopeItem, scopeGroup } from './scope-group.ts'
import { type ScopePreset, scopePresets } from './scope-presets.ts'
import { scopeSummary } from './scope-summary.ts'
import {
  choicesOf,
  nameOf,
  sameEntries,
  sameNames,
  withLocked,
  withPermission,
  withRequired,
} from './scope-value.ts'
import { useScopeCatalogue } from './use-scope-catalogue.ts'

/** Options of `useScopePicker`. The value is exactly the `scope` option of a connection. */
export type ScopePickerOptions = Controllable<readonly Scope[]> & {
  /** Permissions that are always asked for, exactly as written: `'read_vin'` or `'required:read_vin'`. */
  locked?: readonly Scope[] | undefined
  /** The buttons that choose several at once; `[]` for none. @default insurance, energy, car sharing, roadside help */
  presets?: readonly ScopePreset[] | undefined
  /** The words to use. @default those of the provider above, else English */
  labels?: Pick<Labels, 'language' | 'scope'> | undefined
}

/** Props of a native checkbox. */
export type CheckboxProps = {
  type: 'checkbox'
  checked: boolean
  onChange: (event: ChangeEvent<HTMLInputElement>) => void
  'aria-disabled'?: boolean
  disabled?: boolean
  ref?: (element: HTMLInputElement | null) => void
}

/** What there is to show, and the props to spread. Functions stay the same over renders. */
export type ScopePickerState = {
  value: readonly Scope[]
  /** Read and control, without those in which nothing matches. */
  groups: readonly ScopeGroup[]
  query: string
  /** How many match, in words; empty without a query. */
  matches: string
  searchProps: {
    type: 'search'
    value: string
    onChange: (event: ChangeEvent<HTMLInputElement>) => void
    onKeyDown: (event: KeyboardEvent) => void
  }
  presets: readonly (ScopePreset & {
    buttonProps: { type: 'button'; 'aria-pressed': boolean; onClick: () => void }
  })[]
  /** What is asked for, in sentences. */
  summary: readonly string[]
  /** For the box of a whole group; it changes those that are shown. */
  groupProps: (group: ScopeGroup) => CheckboxProps
  /** For the box of a permission. */
  itemProps: (item: ScopeItem) => CheckboxProps
  /** For the box that makes a permission required. */
  requiredProps: (item: ScopeItem) => CheckboxProps
  setValue: (scope: readonly Scope[]) => void
  /** Back to `defaultValue`. */
  reset: () => void
}

/**
 * A scope picker for a UI of your own. `ScopePicker` is the same with native elements around it.
 *
 * A permission that this version does not know stays in the value until a person takes it away.
 *
 * @example
 * const picker = useScopePicker({ defaultValue: ['read_odometer'] })
 * return picker.groups.flatMap(group => group.items).map(item => (
 *   <label key={item.name}><input {...picker.itemProps(item)} /> {item.title}</label>
 * ))
 */
export function useScopePicker(options: ScopePickerOptions = {}): ScopePickerState {
  const { locked = none } = options
  const given = useContext(LabelsContext)
  const labels = options.labels ?? given ?? english
  const [chosen, change, reset] = useControllable<readonly Scope[]>(options, none)
  const [query, setQuery] = useState('')
  const value = withLocked(chosen, locked)

  const latest = useRef(locked)
  useEffect(() => {
    latest.current = locked
  })
  const changeScope = useCallback(
    (next: (scope: readonly Scope[]) => readonly Scope[]) =>
      change(scope => {
        const before = withLocked(scope, latest.current)
        const after = withLocked(next(before), latest.current)
        return sameEntries(after, before) ? scope : after
      }),
    [change],
  )

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

  return {
    value,
    groups,
    query,
    matches: query && plural(labels.language, labels.scope.matches, shown.length),
    searchProps: {
      type: 'search',
      value: query,
      onChange: event => setQuery(event.currentTarget.value),
      onKeyDown: event => {
        // The search is no answer, so it does not send the form.
        if (event.key === 'Enter') event.preventDefault()
      },
    },
    presets: (options.presets ?? scopePresets(labels.scope)).map(preset => ({
      ...preset,
      buttonProps: {
        type: 'button',
        'aria-pressed': sameNames(
          withLocked(preset.scope, locked),
          value.filter(entry => !unknown.includes(nameOf(entry)) || preset.scope.includes(entry)),
        ),
        onClick: () =>
          changeScope(scope => [
            ...preset.scope,
            ...scope.filter(
              entry => unknown.includes(nameOf(entry)) && !preset.scope.includes(entry),
            ),
          ]),
      },
    })),
    summary: scopeSummary(items, labels),
    groupProps: useCallback((group: ScopeGroup) => groupProps(group, changeScope), [changeScope]),
    itemProps: useCallback(
      ({ name, checked, locked }: ScopeItem) => ({
        type: 'checkbox',
        checked,
        'aria-disabled': locked,
        onChange: event => {
          const { checked } = event.currentTarget
          changeScope(scope => withPermission(scope, name, checked))
        },
      }),
      [changeScope],
    ),
    requiredProps: useCallback(
      ({ name, required, locked }: ScopeItem) => ({
        type: 'checkbox',
        checked: required,
        'aria-disabled': locked,
        onChange: event => {
          const { checked } = event.currentTarget
          changeScope(scope => withRequired(scope, name, checked))
        },
      }),
      [changeScope],
    ),
    setValue: useCallback((scope: readonly Scope[]) => changeScope(() => scope), [changeScope]),
    reset,
  }
}

const none: readonly Scope[] = []
const english = { language: 'en', scope: enScope }
function groupProps(
  { checked, items }: ScopeGroup,
  change: (next: (scope: readonly Scope[]) => readonly Scope[]) => void,
): CheckboxProps {
  return {
    type: 'checkbox',
    checked: checked === true,
    // There is no attribute for the state in between.
    ref: element => {
      if (element) element.indeterminate = checked === 'mixed'
    },
    disabled: items.every(item => item.locked),
    onChange: () =>
      change(scope =>
        items.reduce((next, { name }) => withPermission(next, name, checked !== true), scope),
      ),
  }
}
