// One group of permissions: its box with three states, and a row for each permission.

import { type ReactElement, useId } from 'react'
import type { ScopeLabels } from '../locales/labels.ts'
import type { ScopeGroup } from './scope-group.ts'
import { ScopeRow } from './scope-row.tsx'
import type { ScopePickerState } from './use-scope-picker.ts'

type ScopeFieldsetProps = {
  readonly group: ScopeGroup
  readonly picker: Pick<ScopePickerState, 'groupProps' | 'itemProps' | 'requiredProps'>
  readonly labels: ScopeLabels
}

/** A fieldset whose legend is the box of the group. */
export function ScopeFieldset({ group, picker, labels }: ScopeFieldsetProps): ReactElement {
  const id = useId()
  const [title, description] = [`${id}t`, `${id}d`]
  return (
    <fieldset data-sc="scope-group" aria-labelledby={title}>
      <legend>
        <label>
          <input
            {...picker.groupProps(group)}
            aria-labelledby={title}
            aria-describedby={description}
          />
          <strong id={title}>{group.title}</strong>{' '}
          <small id={description}>{group.description}</small>
        </label>
      </legend>
      <ul data-sc="scope-items">
        {group.items.map(item => (
          <ScopeRow
            key={item.name}
            {...item}
            itemProps={picker.itemProps}
            requiredProps={picker.requiredProps}
            labels={labels}
          />
        ))}
      </ul>
    </fieldset>
  )
}
