// A drawing of how full the battery is.

import type { ReactNode } from 'react'

/** A bar. Hidden from assistive technology, because the number beside it says the same. */
export function Charge({ percent }: { percent: number }): ReactNode {
  return (
    <svg className="charge" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect className="charge-all" width="100" height="6" />
      <rect className="charge-left" width={percent} height="6" />
    </svg>
  )
}
