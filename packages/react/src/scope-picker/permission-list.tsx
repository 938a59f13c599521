// Permissions as lists to read: nothing can be chosen here.

import type { ReactElement } from 'react'
import type { PermissionGroup } from './permission-groups.ts'

type PermissionListProps = {
  groups: readonly PermissionGroup[]
  /** Marks what a person may refuse, where something else is required. @default nothing is marked */
  optional?: string | undefined
}

/** A list for each group, below its title. */
export function PermissionList({ groups, optional }: PermissionListProps): ReactElement {
  const isMixed = groups.some(({ items }) => items.some(({ required }) => required))
  return (
    <dl data-sc="permissions">
      {groups.map(({ access, title, items }) => (
        <div key={access} data-access={access}>
          <dt>{title}</dt>
          {items.map(({ name, title, description, required }) => (
            <dd key={name}>
              <span data-sc="title">{title}</span>{' '}
              {optional && isMixed && !required && <span data-sc="badge">{optional}</span>}{' '}
              <span data-sc="note">{description}</span>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
