'use client'
// Says in words what the session is doing, and offers what the person can do next.

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type RefAttributes,
  useContext,
  useImperativeHandle,
  useRef,
} from 'react'
import type { Connect, Session } from 'smartcar-connect'
import { enConnect } from '../locales/en.ts'
import { LabelsContext } from '../locales/labels.ts'
import { mistake } from './mistake.ts'
import { type StatusAction, type StatusLabels, statusActions, statusWords } from './status-words.ts'
import { useFocusAfterPress } from './use-focus-after-press.ts'
import { useSession } from './use-session.ts'
import { useShownSession } from './use-shown-session.ts'

/** What a button of the status line calls. */
type Actions = Partial<Pick<Connect, 'open' | 'focus' | 'cancel' | 'retry'>>

// Not `en`, so that a bundle without pickers leaves their words out.
const english: StatusLabels = { language: 'en', connect: enConnect }

/** What a native `<div>` takes. */
type NativeDivProps = Omit<ComponentPropsWithoutRef<'div'>, 'children'>

/** Whatever a native `<div>` takes, and what to show: a `connect` or a `session`. */
export type ConnectStatusProps = NativeDivProps & {
  /** The words to use. @default those of the provider above, else English */
  labels?: StatusLabels | undefined
  /**
   * How many cars are connected, for the sentence that says so.
   *
   * @default the length of `data` where that is an array, else one
   */
  cars?: number | undefined
} & (
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
        session: Session & Actions
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
  { connect, session: given, labels, cars, ...native },
  ref,
) {
  const source = connect ?? given
  if (!source) {
    throw mistake(
      'no_session',
      '`ConnectStatus` has neither `connect` nor `session`, so it has nothing to show. Give it one of them.',
    )
  }
  const { shown, isSlow, failures } = useShownSession(useSession(source))
  const contextLabels = useContext(LabelsContext)
  const words = labels ?? contextLabels ?? english
  const line = useRef<HTMLDivElement>(null)
  const notePress = useFocusAfterPress(line)
  useImperativeHandle(ref, () => line.current as HTMLDivElement, [])

  const { open, focus, cancel, retry }: Actions = source
  const openAnew = open && (() => open())
  const calls: { [action in StatusAction]: (() => unknown) | undefined } = {
    show: focus,
    cancel,
    retry,
    again: openAnew,
    another: openAnew,
    here: open && (() => open({ presentation: 'redirect' })),
    reload: () => location.reload(),
  }
  const actions = statusActions(shown).filter(action => calls[action])

  function press(action: StatusAction) {
    notePress()
    void calls[action]?.()
  }

  return (
    <div
      tabIndex={-1}
      {...native}
      ref={line}
      data-sc="status"
      data-status={shown.status}
      data-code={codeOf(shown)}
    >
      <p role="status">
        {/* A new element is read out, although its words may be those of the last failure. */}
        <span key={failures}>{statusWords(shown, words, { isSlow, cars })}</span>
      </p>
      {actions.length > 0 && (
        <div data-sc="actions">
          {actions.map(action => (
            <button type="button" key={action} onClick={() => press(action)}>
              {words.connect.actions[action]}
            </button>
          ))}
        </div>
      )}
    </div>
  )
})

// The reason or the error, for style sheets.
function codeOf(session: Session): string | undefined {
  if (session.status === 'failed') return session.error.code
  return session.status === 'cancelled' ? session.reason : undefined
}
