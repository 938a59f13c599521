// Permissions in words, in the two groups that people ask about: what is seen, and what is done.

import type { Labels } from '../locales/labels.ts'
import { type PermissionWords, scopeWords } from './scope-words.ts'

/** What is seen, or what is done. */
export type PermissionGroup = {
  /** Which of the two groups this is. */
  access: 'read' | 'control'
  /** A few words. */
  title: string
  /** The permissions, each with its words. */
  items: readonly (PermissionWords & {
    /** Whether the connection is of no use without it. */
    required: boolean
  })[]
}

/** The groups of a scope that are not empty. */
export function permissionGroups(
  scope: readonly string[],
  titles: { readonly [access in PermissionGroup['access']]: string },
  labels: Pick<Labels, 'language' | 'scope'>,
): readonly PermissionGroup[] {
  const words = scopeWords(scope, labels)
  return (['read', 'control'] as const)
    .map(access => ({
      access,
      title: titles[access],
      items: words.filter(permission => permission.access === access),
    }))
    .filter(({ items }) => items.length > 0)
}
