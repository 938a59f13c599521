// The button and the status line of the card, which share one connection.

import type { ReactElement } from 'react'
import { ConnectButton } from '../connect/connect-button.tsx'
import { ConnectStatus } from '../connect/connect-status.tsx'
import { type ConnectSource, useConnect } from '../connect/use-connect.ts'

/** A button and a status line for what `source` is. */
export function IntroActions({ source }: { source: ConnectSource }): ReactElement {
  const connect = useConnect(source)
  return (
    <>
      <ConnectButton connect={connect} />
      <ConnectStatus connect={connect} />
    </>
  )
}
