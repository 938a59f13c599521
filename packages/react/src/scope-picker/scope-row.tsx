// One permission in the list: its box, its words, and the box that makes it required.

import { type MemoExoticComponent, memo, type ReactElement, useId } from 'react'
import type { ScopeLabels } from '../locales/labels.ts'
import type { ScopeItem } from './scope-group.ts'
import type { ScopePickerState } from './use-scope-picker.ts'

type RowProps = Pick<ScopePickerState, 'itemProps'> & {
  readonly item: ScopeItem
  /** Left out where nothing can be made required. */
  readonly requiredProps?: ScopePickerState['requiredProps'] | undefined
  readonly labels: Pick<ScopeLabels, 'required' | 'locked' | 'sensitive'>
}

function Row({ item, itemProps, requiredProps, labels }: RowProps): ReactElement {
  const id = useId()
  const [title, line, mark, required] = [`${id}t`, `${id}d`, `${id}m`, `${id}r`]
  return (
    <li data-sc="scope-item" data-locked={item.locked || undefined}>
      <label>
        <input
          {...itemProps(item)}
          aria-labelledby={title}
          aria-describedby={item.sensitive ? `${line} ${mark}` : line}
        />
        <span>
          <span id={title}>{item.title}</span>{' '}
          {item.sensitive && (
            <>
              <small id={mark} data-sc="scope-sensitive">
                {labels.sensitive}
              </small>{' '}
            </>
          )}
          <small id={line}>
            {item.description}
            {item.locked && ` · ${labels.locked}`}
          </small>
        </span>
      </label>
      {requiredProps && (
        // Hidden and not left out, so that the style sheet can keep its place.
        <label data-sc="scope-required" hidden={!item.checked}>
          <input {...requiredProps(item)} aria-labelledby={`${required} ${title}`} />
          <span id={required}>{labels.required}</span>
        </label>
      )}
    </li>
  )
}

/**
 * One permission. Renders only when that permission changes: its item is the same object until then,
 * and the functions are the same on every render.
 */
export const ScopeRow: MemoExoticComponent<(props: RowProps) => ReactElement> =
  /* @__PURE__ */ memo(Row)
