// One permission of the scope picker: its box, its words, and the box that makes it required.

import { type MemoExoticComponent, memo, type ReactNode, useId } from 'react'
import type { ScopeLabels } from '../locales/labels.ts'
import type { ScopeItem as Item } from './scope-group.ts'
import type { ScopePickerState } from './use-scope-picker.ts'

type Props = Item &
  Pick<ScopePickerState, 'itemProps' | 'requiredProps'> & {
    labels: Pick<ScopeLabels, 'required' | 'locked'>
  }

// All props are texts, flags and functions that stay, so that only what changed is rendered.
function Row({ itemProps, requiredProps, labels, ...item }: Props): ReactNode {
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

/** A row that renders only when its own permission changes. */
export const ScopeItem: MemoExoticComponent<(props: Props) => ReactNode> = /* @__PURE__ */ memo(Row)
