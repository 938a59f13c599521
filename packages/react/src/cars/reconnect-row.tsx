// One account in the banner: which cars, why, the button and the status line.

import type { ReactElement } from 'react'
import { ConnectButton } from '../connect/connect-button.tsx'
import { ConnectStatus } from '../connect/connect-status.tsx'
import type { Labels } from '../locales/labels.ts'
import { type ReconnectOptions, useReconnect } from './use-reconnect.ts'

type ReconnectRowProps = Omit<ReconnectOptions, 'labels'> & {
  labels: Pick<Labels, 'language' | 'car' | 'connect'>
  /** Called when the button of the row is pressed. */
  onPress: () => void
}

export function ReconnectRow({ onPress, ...options }: ReconnectRowProps): ReactElement {
  const { labels } = options
  const { sentence, buttonLabel, ...session } = useReconnect(options)

  return (
    <div data-sc="reconnect-row">
      <p data-sc="title">{sentence}</p>
      <p data-sc="note">{labels.car.reconnectReason}</p>
      <ConnectButton connect={session} description={labels.connect.opensWindow} onClick={onPress}>
        {buttonLabel}
      </ConnectButton>
      {session.status !== 'connected' && <ConnectStatus session={session} labels={labels} />}
    </div>
  )
}
