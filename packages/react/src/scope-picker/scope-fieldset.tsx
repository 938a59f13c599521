// One group of permissions: its box with three states, and its permissions, by topic where they are many.

import { type ReactElement, useId } from 'react'
import type { ScopeGroup } from './scope-group.ts'
import { type ScopeParts, ScopeRows } from './scope-rows.tsx'
import { ScopeTopicDetails } from './scope-topic-details.tsx'

/** A fieldset whose legend is the box of the group. */
export function ScopeFieldset({
  group,
  ...parts
}: ScopeParts & { readonly group: ScopeGroup }): ReactElement {
  const id = useId()
  const [title, description] = [`${id}t`, `${id}d`]
  return (
    <fieldset data-sc="scope-group" aria-labelledby={title}>
      <legend>
        <label>
          <input
            {...parts.picker.groupProps(group)}
            aria-labelledby={title}
            aria-describedby={description}
          />
          <strong id={title}>{group.title}</strong>{' '}
          <small id={description}>{group.description}</small>
        </label>
      </legend>
      {group.topics.length > 0 ? (
        group.topics.map(topic => <ScopeTopicDetails key={topic.name} topic={topic} {...parts} />)
      ) : (
        <ScopeRows items={group.items} labelledBy={title} {...parts} />
      )}
    </fieldset>
  )
}
