// One account in the banner: which cars, why, the button and the status line.

import { type ReactElement, useRef } from 'react'
import { ConnectButton } from '../connect/connect-button.tsx'
import { ConnectStatus } from '../connect/connect-status.tsx'
import type { Labels } from '../locales/labels.ts'
import { useFocusLoss } from './use-focus-loss.ts'
import { type ReconnectOptions, useReconnect } from './use-reconnect.ts'

type ReconnectRowProps = Omit<ReconnectOptions, 'labels'> & {
  labels: Pick<Labels, 'language' | 'car' | 'connect'>
  /** Called when the button of the row is pressed. */
  onPress: () => void
  /** Called when the row is about to go with the focus in it. */
  onFocusLoss: () => void
}

export function ReconnectRow(props: ReconnectRowProps): ReactElement {
  const { onPress, onFocusLoss, ...options } = props
  const { labels } = options
  const { sentence, buttonLabel, ...session } = useReconnect(options)
  const row = useRef<HTMLDivElement>(null)
  useFocusLoss(row, onFocusLoss)

  return (
    <div data-sc="reconnect-row" ref={row}>
      <p data-sc="title">{sentence}</p>
      <p data-sc="note">{labels.car.reconnectReason}</p>
      <ConnectButton connect={session} description={labels.connect.opensWindow} onClick={onPress}>
        {buttonLabel}
      </ConnectButton>
      {session.status !== 'connected' && <ConnectStatus session={session} labels={labels} />}
    </div>
  )
}
