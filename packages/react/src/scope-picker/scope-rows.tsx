// A list of permissions, with a row for each.

import { type MemoExoticComponent, memo, type ReactElement } from 'react'
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

function Rows(props: ScopeRowsProps): ReactElement {
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

/** The permissions of a group or a topic. Renders only when one of them changes. */
export const ScopeRows: MemoExoticComponent<(props: ScopeRowsProps) => ReactElement> =
  /* @__PURE__ */ memo(Rows, isSame)

function isSame(one: ScopeRowsProps, other: ScopeRowsProps): boolean {
  return (
    one.items.length === other.items.length &&
    one.items.every((item, index) => item === other.items[index]) &&
    one.labelledBy === other.labelledBy &&
    one.picker.itemProps === other.picker.itemProps &&
    one.picker.requiredProps === other.picker.requiredProps &&
    one.requirable === other.requirable &&
    one.labels === other.labels
  )
}
