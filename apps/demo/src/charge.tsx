// How full the battery is, drawn.

import type { ReactNode } from 'react'

/** A bar beside the number that says the same; so it is hidden from assistive technology. */
export function Charge({ percent }: { percent: number }): ReactNode {
  return (
    <svg className="charge" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect className="charge-all" width="100" height="6" />
      <rect className="charge-left" width={percent} height="6" />
    </svg>
  )
}
