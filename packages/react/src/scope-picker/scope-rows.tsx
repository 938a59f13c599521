// A list of permissions, with a row for each.

import type { ReactElement } from 'react'
import type { ScopeLabels } from '../locales/labels.ts'
import type { ScopeItem } from './scope-group.ts'
import { ScopeRow } from './scope-row.tsx'
import type { ScopePickerState } from './use-scope-picker.ts'

/** What the parts of the picker are given of it. */
export type ScopeParts = {
  readonly picker: ScopePickerState
  readonly requirable: boolean
  readonly labels: ScopeLabels
}

type ScopeRowsProps = ScopeParts & {
  readonly items: readonly ScopeItem[]
  /** The id of the element that names the list. */
  readonly labelledBy: string
}

/** The permissions of a group or a topic. */
export function ScopeRows(props: ScopeRowsProps): ReactElement {
  const { items, labelledBy, picker, requirable, labels } = props
  return (
    <ul data-sc="scope-items" aria-labelledby={labelledBy}>
      {items.map(item => (
        <ScopeRow
          key={item.name}
          item={item}
          itemProps={picker.itemProps}
          requiredProps={requirable ? picker.requiredProps : undefined}
          labels={labels}
        />
      ))}
    </ul>
  )
}
