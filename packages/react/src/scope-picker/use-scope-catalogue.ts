// Every permission that the picker shows, with its words.

import { useMemo, useState } from 'react'
import { type PermissionName, permissions, type Scope } from 'smartcar-connect'
import type { Labels } from '../locales/labels.ts'
import type { ScopeItem } from './scope-group.ts'
import { nameOf } from './scope-value.ts'

/** The permissions to show. */
export type ScopeCatalogue = {
  /** All of them, in the order of the list. */
  catalogue: readonly Pick<ScopeItem, 'name' | 'access' | 'title' | 'description'>[]
  /** The names of those that this version does not know. */
  unknown: readonly string[]
}

/** All known permissions, then the unknown ones that are, or were, in the value. */
export function useScopeCatalogue(
  value: readonly Scope[],
  labels: Pick<Labels, 'scope'>,
): ScopeCatalogue {
  const unknown = useUnknown(value)
  const catalogue = useMemo(
    () => [
      ...permissions.map(({ name, access }) => ({
        name,
        access,
        ...labels.scope.permissions[name],
      })),
      ...unknown.map(name => ({
        name,
        access: name.startsWith('control_') ? ('control' as const) : ('read' as const),
        title: name,
        description: labels.scope.unknown,
      })),
    ],
    [labels, unknown],
  )
  return { catalogue, unknown }
}

const known: ReadonlySet<string> = /* @__PURE__ */ new Set<PermissionName>(
  /* @__PURE__ */ permissions.map(({ name }) => name),
)

// Unknown permissions stay in the list after they are unticked, so that they can be ticked again.
function useUnknown(value: readonly Scope[]): readonly string[] {
  const [seen, setSeen] = useState<readonly string[]>([])
  const names = value.map(nameOf).filter(name => !known.has(name) && !seen.includes(name))
  if (names.length === 0) return seen
  const next = [...seen, ...new Set(names)]
  setSeen(next)
  return next
}
