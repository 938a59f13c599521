// One permission in the list: its box, its words, and the box that makes it required.

import { type MemoExoticComponent, memo, type ReactElement, useId } from 'react'
import type { ScopeLabels } from '../locales/labels.ts'
import type { ScopeItem } from './scope-group.ts'
import type { ScopePickerState } from './use-scope-picker.ts'

type RowProps = ScopeItem &
  Pick<ScopePickerState, 'itemProps' | 'requiredProps'> & {
    labels: Pick<ScopeLabels, 'required' | 'locked'>
  }

function Row({ itemProps, requiredProps, labels, ...item }: RowProps): ReactElement {
  const id = useId()
  const [title, line, required] = [`${id}t`, `${id}d`, `${id}r`]
  return (
    <li data-sc="scope-item" data-locked={item.locked || undefined}>
      <label>
        <input {...itemProps(item)} aria-labelledby={title} aria-describedby={line} />
        <span>
          <span id={title}>{item.title}</span>{' '}
          <small id={line}>
            {item.description}
            {item.locked && ` · ${labels.locked}`}
          </small>
        </span>
      </label>
      {item.checked && (
        <label data-sc="scope-required">
          <input {...requiredProps(item)} aria-labelledby={`${required} ${title}`} />
          <span id={required}>{labels.required}</span>
        </label>
      )}
    </li>
  )
}

/**
 * One permission. Renders only when that permission changes: all of its props are texts, flags, and
 * functions that are the same on every render.
 */
export const ScopeRow: MemoExoticComponent<(props: RowProps) => ReactElement> =
  /* @__PURE__ */ memo(Row)
