// Permissions as they stand, and the group that they make.

import type { Labels } from '../locales/labels.ts'

/** One permission, as it stands. */
export type ScopeItem = {
  name: string
  access: 'read' | 'control'
  title: string
  description: string
  checked: boolean
  required: boolean
  locked: boolean
}

/** Read or control, with those permissions that match the search. */
export type ScopeGroup = {
  access: 'read' | 'control'
  title: string
  description: string
  items: readonly ScopeItem[]
  /** `'mixed'` where some are chosen and others are not. */
  checked: boolean | 'mixed'
}

/** The group of one access, as far as its permissions are shown. */
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
