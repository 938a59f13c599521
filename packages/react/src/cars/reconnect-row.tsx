// One account in the banner: which cars, why, the button and the status line.

import { type ReactElement, useEffect, useRef } from 'react'
import { ConnectStatus } from '../connect/connect-status.tsx'
import type { Labels } from '../locales/labels.ts'
import { type ReconnectOptions, useReconnect } from './use-reconnect.ts'

type ReconnectRowProps = Omit<ReconnectOptions, 'labels'> & {
  labels: Pick<Labels, 'language' | 'car' | 'connect'>
  /** Called when a button of the row is pressed. */
  onPress: () => void
  /** Called when the person begins to sign in, and when that has ended. */
  onBusy: (isBusy: boolean) => void
}

const busy = ['preparing', 'waiting', 'exchanging']

export function ReconnectRow({ onPress, onBusy, ...options }: ReconnectRowProps): ReactElement {
  const { labels } = options
  const { sentence, buttonLabel, buttonProps, ...session } = useReconnect(options)
  const isBusy = busy.includes(session.status)
  const latest = useRef(onBusy)
  useEffect(() => {
    latest.current = onBusy
  })
  useEffect(() => {
    if (!isBusy) return
    latest.current(true)
    return () => latest.current(false)
  }, [isBusy])

  return (
    <div data-sc="reconnect-row">
      <p data-sc="title">{sentence}</p>
      <p data-sc="note">{labels.car.reconnectReason}</p>
      <button
        data-sc="button"
        {...buttonProps}
        onClick={event => {
          onPress()
          buttonProps.onClick(event)
        }}
      >
        {buttonLabel}
      </button>
      {session.status !== 'connected' && <ConnectStatus session={session} labels={labels} />}
    </div>
  )
}
