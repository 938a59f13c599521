// The props of the picker's checkboxes, and how each of them changes the scope.

import type { ChangeEvent } from 'react'
import type { Scope } from 'smartcar-connect'
import type { ScopeItem } from './scope-group.ts'
import { withPermission, withRequired } from './scope-value.ts'

/** Props of a native checkbox. */
export type CheckboxProps = {
  /** Of the native input. */
  type: 'checkbox'
  /** Whether it is ticked. */
  checked: boolean
  /** Changes the scope. */
  onChange: (event: ChangeEvent<HTMLInputElement>) => void
  /** A locked box keeps its place in the tab order, so that its reason can be heard. */
  'aria-disabled'?: boolean
  /** By the picker's `disabled`, and for the box of a group in which everything is locked. */
  disabled: boolean
  /** Sets what no attribute can: the state between ticked and not, and what a form's reset leaves. */
  ref: (element: HTMLInputElement | null) => void
}

/** Replaces the scope by what `next` returns for it. */
export type ChangeScope = (next: (scope: readonly Scope[]) => readonly Scope[]) => void

/** A group of permissions, or a topic of one. */
export type ScopeSet = {
  /** The permissions that match the search. */
  items: readonly ScopeItem[]
  /** `'mixed'` where some of these are chosen and others are not. */
  checked: boolean | 'mixed'
}

/** The box of a whole group or topic: it ticks, or unticks, the permissions that are shown. */
export function groupProps(
  { checked, items }: ScopeSet,
  change: ChangeScope,
  disabled: boolean,
): CheckboxProps {
  return {
    type: 'checkbox',
    ...ticked(checked),
    disabled: disabled || items.every(item => item.locked),
    onChange() {
      const isTicked = checked !== true
      change(scope => items.reduce((next, { name }) => withPermission(next, name, isTicked), scope))
    },
  }
}

/** The box of a permission. */
export function itemProps(item: ScopeItem, change: ChangeScope, disabled: boolean): CheckboxProps {
  return {
    type: 'checkbox',
    ...ticked(item.checked),
    disabled,
    'aria-disabled': item.locked,
    onChange({ currentTarget: { checked } }) {
      change(scope => withPermission(scope, item.name, checked))
    },
  }
}

/** The box that makes a permission required. */
export function requiredProps(
  item: ScopeItem,
  change: ChangeScope,
  disabled: boolean,
): CheckboxProps {
  return {
    type: 'checkbox',
    ...ticked(item.required),
    disabled,
    'aria-disabled': item.locked,
    onChange({ currentTarget: { checked } }) {
      change(scope => withRequired(scope, item.name, checked))
    },
  }
}

function ticked(state: boolean | 'mixed'): Pick<CheckboxProps, 'checked' | 'ref'> {
  const checked = state === true
  return {
    checked,
    ref(element) {
      if (!element) return
      element.indeterminate = state === 'mixed'
      // The reset of a form ticks boxes as they were when they were mounted, and React does not
      // notice. The value decides instead.
      element.defaultChecked = checked
    },
  }
}
