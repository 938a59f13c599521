// One permission of the picker, and the group of permissions that it belongs to.

import type { Labels } from '../locales/labels.ts'

/** One permission, and what is chosen for it. */
export type ScopeItem = {
  /** The permission's name, such as `'read_odometer'`. */
  name: string
  /** Its group. */
  access: 'read' | 'control'
  /** A few words. */
  title: string
  /** One line. */
  description: string
  /** Whether the connection asks for it. */
  checked: boolean
  /** Whether the connection is of no use without it. */
  required: boolean
  /** Whether it cannot be unticked. */
  locked: boolean
}

/** The permissions to read, or those to control, that match the search. */
export type ScopeGroup = {
  /** Which of the two groups this is. */
  access: 'read' | 'control'
  /** A few words. */
  title: string
  /** One line. */
  description: string
  /** The permissions that match the search. */
  items: readonly ScopeItem[]
  /** `'mixed'` where some of these are chosen and others are not. */
  checked: boolean | 'mixed'
}

/** The group of one access, with those of its permissions that are shown. */
export function scopeGroup(
  access: ScopeGroup['access'],
  { scope }: Pick<Labels, 'scope'>,
  shown: readonly ScopeItem[],
): ScopeGroup {
  const items = shown.filter(item => item.access === access)
  const count = items.filter(item => item.checked).length
  const checked = count === 0 ? false : count === items.length || 'mixed'
  return { access, ...scope[access], items, checked }
}
