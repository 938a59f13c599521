// Says where a session stands, and offers what can be done about it.

import type { ReactNode } from 'react'
import type { Connect, Session } from 'smartcar-connect'
import { type ConnectLabels, en } from './locales/en.ts'
import { statusWords } from './status-words.ts'
import { useSmartcarConnect } from './use-smartcar-connect.ts'

type Actions = Partial<Pick<Connect, 'focus' | 'cancel' | 'retry'>>

/** Either the `connect` to follow, or a `session`: what `useSmartcarConnect` returns will do. */
export type ConnectStatusProps = {
  className?: string
  /** The words to use. @default English */
  labels?: ConnectLabels
} & ({ connect: Connect; session?: never } | { session: Session & Actions; connect?: never })

/**
 * A live region with a sentence for every state, and buttons for what the person can do next.
 * Empty, but present, while nothing has happened, so that the first words are announced as well.
 *
 * @example
 * const connect = useSmartcarConnect(options)
 * return <><button {...connect.buttonProps}>Connect</button><ConnectStatus session={connect} /></>
 */
export function ConnectStatus(props: ConnectStatusProps): ReactNode {
  const { connect, session, ...rest } = props
  if (connect) return <FollowingStatus connect={connect} {...rest} />
  return <StatusLine session={session} {...rest} />
}

type Rest = Pick<ConnectStatusProps, 'className' | 'labels'>

function FollowingStatus({ connect, ...rest }: Rest & { connect: Connect }) {
  return <StatusLine session={useSmartcarConnect(connect)} {...rest} />
}

function StatusLine({ session, className, labels = en }: Rest & { session: Session & Actions }) {
  const { status, focus, cancel, retry } = session
  const waiting = status === 'waiting'
  const again = status === 'failed' || status === 'cancelled'
  return (
    <div className={className} data-status={status}>
      <p role="status">{statusWords(session, labels)}</p>
      {waiting && session.popup === 'open' && focus && (
        <button type="button" onClick={focus}>
          {labels.actions.show}
        </button>
      )}
      {waiting && cancel && (
        <button type="button" onClick={cancel}>
          {labels.actions.cancel}
        </button>
      )}
      {again && retry && (
        <button type="button" onClick={() => void retry()}>
          {labels.actions.retry}
        </button>
      )}
    </div>
  )
}
