// One permission of the picker, the topic that it is about, and the group that it belongs to.

import type { Labels } from '../locales/labels.ts'
import { fill, formatNumber } from '../locales/plural.ts'
import type { PermissionWords } from './scope-words.ts'

/** One permission, and what is chosen for it. The same object as long as nothing about it changes. */
export type ScopeItem = PermissionWords & {
  /** Whether the connection asks for it. */
  checked: boolean
  /** Whether the connection is of no use without it. */
  required: boolean
  /** Whether it cannot be unticked. */
  locked: boolean
}

/** Some permissions of a long group, which are about the same thing. */
export type ScopeTopic = {
  /** What these are about; `'other'` for those that this version does not know. */
  name: PermissionWords['topic']
  /** The group that they belong to. */
  access: ScopeItem['access']
  /** A few words. */
  title: string
  /** The permissions that match the search. */
  items: readonly ScopeItem[]
  /** `'mixed'` where some of these are chosen and others are not. */
  checked: boolean | 'mixed'
  /** How many permissions of the topic are chosen, whatever the search, in words: “2 of 5”. */
  chosen: string
}

/** The permissions to read, or those to control, that match the search. */
export type ScopeGroup = {
  /** Which of the two groups this is. */
  access: ScopeItem['access']
  /** A few words. */
  title: string
  /** One line. */
  description: string
  /** The permissions that match the search, as the language sorts their titles. */
  items: readonly ScopeItem[]
  /** `'mixed'` where some of these are chosen and others are not. */
  checked: boolean | 'mixed'
  /** The same permissions by what they are about; `[]` for a group that is short enough to read through. */
  topics: readonly ScopeTopic[]
}

/** How many permissions are read through without topics and without a search. */
export const shortList = 8

const topics: readonly ScopeTopic['name'][] = [
  'identity',
  'driving',
  'charging',
  'condition',
  'doors',
  'other',
]

/**
 * Read and control, without a group or a topic in which nothing matches.
 *
 * @param items all permissions, in their order
 * @param isShown whether a permission matches the search
 */
export function scopeGroups(
  items: readonly ScopeItem[],
  isShown: (item: ScopeItem) => boolean,
  { language, scope }: Pick<Labels, 'language' | 'scope'>,
): readonly ScopeGroup[] {
  function topicOf(name: ScopeTopic['name'], access: ScopeItem['access'], all: typeof items) {
    const about = all.filter(item => item.topic === name)
    const shown = about.filter(isShown)
    const chosen = fill(scope.chosenOf, {
      count: formatNumber(language, about.filter(item => item.checked).length),
      total: formatNumber(language, about.length),
    })
    const title = scope.topics[name]
    return { name, access, title, items: shown, checked: isChecked(shown), chosen }
  }

  function groupOf(access: ScopeItem['access']) {
    const all = items.filter(item => item.access === access)
    const shown = all.filter(isShown)
    return {
      access,
      ...scope[access],
      items: shown,
      checked: isChecked(shown),
      topics:
        all.length > shortList ? topics.map(name => topicOf(name, access, all)).filter(isFull) : [],
    }
  }
  return [groupOf('read'), groupOf('control')].filter(isFull)
}

function isFull({ items }: Pick<ScopeGroup, 'items'>): boolean {
  return items.length > 0
}

function isChecked(items: readonly ScopeItem[]): boolean | 'mixed' {
  const count = items.filter(item => item.checked).length
  return count === 0 ? false : count === items.length || 'mixed'
}
