'use client'
// Says in words what the session is doing, and offers what the person can do next.

import {
  type ForwardRefExoticComponent,
  forwardRef,
  type RefAttributes,
  useImperativeHandle,
  useRef,
} from 'react'
import type { Connect, Session } from 'smartcar-connect'
import { mistake } from './mistake.ts'
import { type StatusCalls, StatusLine, type StatusLineOptions } from './status-line.tsx'
import { useSession } from './use-session.ts'

/** Whatever a native `<div>` takes, and what to show: a `connect` or a `session`. */
export type ConnectStatusProps = StatusLineOptions &
  (
    | {
        /** The connection to follow, with all of its actions. */
        connect: Connect
        /** Not beside `connect`, which has its own. */
        session?: never
      }
    | {
        /**
         * The session to show. What `useSmartcarConnect` returns has the actions, too; a session
         * without an action is shown without its button.
         */
        session: Session & StatusCalls
        /** Not beside `session`. */
        connect?: never
      }
  )

/**
 * A live region with a sentence for every state, and buttons for what the person can do next: after
 * a failure one button, which sends the grant again only where that can work. Empty, but present,
 * while nothing has happened, so that the first words are announced as well. A step that takes less
 * than half a second is left out, because nobody could hear it. The state shows as `data-status`,
 * and the reason of a cancellation or the code of an error as `data-code`.
 *
 * @throws {TypeError} with neither `connect` nor `session`
 *
 * @example
 * const connect = useSmartcarConnect(options)
 * return <><button {...connect.buttonProps}>Connect</button><ConnectStatus session={connect} /></>
 */
export const ConnectStatus: ForwardRefExoticComponent<
  ConnectStatusProps & RefAttributes<HTMLDivElement>
> = /* @__PURE__ */ forwardRef<HTMLDivElement, ConnectStatusProps>(function ConnectStatus(
  { connect, session: given, ...props },
  ref,
) {
  const source = connect ?? given
  if (!source) {
    throw mistake(
      'no_session',
      '`ConnectStatus` has neither `connect` nor `session`, so it has nothing to show. Give it one of them.',
    )
  }
  const session = useSession(source)
  const line = useRef<HTMLDivElement>(null)
  useImperativeHandle(ref, () => line.current as HTMLDivElement, [])
  return <StatusLine {...props} session={session} actions={source} line={line} />
})
