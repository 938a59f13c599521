// Every permission that the picker shows, with its words.

import { useMemo, useState } from 'react'
import { permissions, type Scope } from 'smartcar-connect'
import type { Labels } from '../locales/labels.ts'
import type { ScopeItem } from './scope-group.ts'
import { type Choice, nameOf } from './scope-value.ts'
import { inOrder, type PermissionWords, permissionWords } from './scope-words.ts'

/** One permission of the list. */
export type CatalogueEntry = {
  /** Its words. */
  words: PermissionWords
  /** The permission with what is chosen for it: the same object for the same choice. */
  item: (choice: Choice | undefined, locked: boolean) => ScopeItem
}

/** The permissions to show. */
export type ScopeCatalogue = {
  /** All of them, in the order of the list. */
  entries: readonly CatalogueEntry[]
  /** The names of those that the list is about. */
  listed: ReadonlySet<string>
  /** The names of the others, which are shown because they are, or were, in the value. */
  outside: readonly string[]
}

const everyName = /* @__PURE__ */ permissions.map(({ name }) => name)

/**
 * The permissions that the list is about, and those outside of it that are, or were, in the value.
 *
 * @param names what the list is about; all known permissions by default
 */
export function useScopeCatalogue(
  value: readonly Scope[],
  { language, scope }: Pick<Labels, 'language' | 'scope'>,
  names: readonly string[] = everyName,
): ScopeCatalogue {
  // An array that is written where it is passed is a new one on each render, with the same names.
  const key = names.join(' ')
  const listed = useMemo(() => new Set(key.split(' ').filter(Boolean)), [key])
  const outside = useOutside(value, listed)
  const entries = useMemo(
    () =>
      [...new Set([...listed, ...outside])]
        .map(name => permissionWords(name, { scope }))
        .sort(inOrder(language))
        .map(entryOf),
    [language, scope, listed, outside],
  )
  return { entries, listed, outside }
}

function entryOf(words: PermissionWords): CatalogueEntry {
  const items: ScopeItem[] = []
  return {
    words,
    item({ checked, required } = { checked: false, required: false }, locked) {
      const index = Number(checked) + 2 * Number(required) + 4 * Number(locked)
      items[index] ??= { ...words, checked, required, locked }
      return items[index]
    },
  }
}

// These stay in the list after they are unticked, so that they can be ticked again.
function useOutside(value: readonly Scope[], listed: ReadonlySet<string>): readonly string[] {
  const [seen, setSeen] = useState<readonly string[]>([])
  const names = value.map(nameOf).filter(name => !listed.has(name) && !seen.includes(name))
  if (names.length === 0) return seen
  const next = [...seen, ...new Set(names)]
  setSeen(next)
  return next
}
