// The props that make any native button a connect button.

import type { MouseEvent } from 'react'
import type { Connect, Session } from 'smartcar-connect'

/** What makes any native button a connect button: spread it. */
export type ConnectButtonAttributes = {
  /** So that a click does not submit a form around the button. */
  type: 'button'
  /** Opens Connect, and puts the focus back on the button when the session ends. */
  onClick: (event: MouseEvent<HTMLElement>) => void
  /** Requests what the click needs. */
  onFocus: () => void
  /** The same as `onFocus`, for a pointer. */
  onPointerEnter: () => void
  /** `true` from the click until the grant is exchanged. */
  'aria-busy': boolean
  /** The status of the session, for style sheets. */
  'data-status': Session['status']
}

/** The props of a button that opens this connection, for the status that the session has. */
export function buttonProps(
  connect: Pick<Connect, 'open' | 'prepare'>,
  status: Session['status'],
): ConnectButtonAttributes {
  return {
    type: 'button',
    onClick({ currentTarget }) {
      void connect.open().then(() => {
        // Only where the popup took the focus and nothing else has it now.
        if (document.activeElement === document.body) currentTarget.focus()
      })
    },
    onFocus: connect.prepare,
    onPointerEnter: connect.prepare,
    'aria-busy': ['preparing', 'waiting', 'exchanging'].includes(status),
    'data-status': status,
  }
}
