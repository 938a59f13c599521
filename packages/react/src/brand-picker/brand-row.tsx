// One entry of the brand picker: its radio button, its initial, its name, and what else is to know.

import type { ReactElement } from 'react'
import type { BrandItem } from './brand-groups.ts'
import type { RadioProps } from './use-radio-props.ts'

type BrandRowProps = {
  readonly item: BrandItem
  readonly radioProps: RadioProps
  /** Below the name. */
  readonly hint?: string | undefined
}

/** A label with a native radio button in it. */
export function BrandRow({ item, radioProps, hint }: BrandRowProps): ReactElement {
  return (
    <label data-sc="brand">
      <input {...radioProps} /> <span aria-hidden="true">{item.id ? [...item.name][0] : '…'}</span>{' '}
      <span>
        {item.name} {hint && <small>{hint}</small>}
      </span>
    </label>
  )
}
