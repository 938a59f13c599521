// The sentence and the buttons of the status line, for the session that it is given.

import { type ComponentPropsWithoutRef, type ReactElement, type RefObject, useContext } from 'react'
import type { Connect, Session } from 'smartcar-connect'
import { enConnect } from '../locales/en.ts'
import { LabelsContext } from '../locales/labels.ts'
import { type StatusAction, type StatusLabels, statusActions, statusWords } from './status-words.ts'
import { useFocusAfterPress } from './use-focus-after-press.ts'
import { useShownSession } from './use-shown-session.ts'

/** What a button of the status line calls. */
export type StatusCalls = Partial<Pick<Connect, 'open' | 'focus' | 'cancel' | 'retry'>>

/** What a native `<div>` takes, and how it is said. */
export type StatusLineOptions = Omit<ComponentPropsWithoutRef<'div'>, 'children'> & {
  /** The words to use. @default those of the provider above, else English */
  labels?: StatusLabels | undefined
  /**
   * How many cars are connected, for the sentence that says so.
   *
   * @default the length of `data` where that is an array, else one
   */
  cars?: number | undefined
}

type StatusLineProps = StatusLineOptions & {
  session: Session
  actions: StatusCalls
  line: RefObject<HTMLDivElement | null>
}

// Not `en`, so that a bundle without pickers leaves their words out.
const english: StatusLabels = { language: 'en', connect: enConnect }

/**
 * The line for a session. A component of its own: React 18 misses a change of a store that comes back to
 * what it was, where state is set in the same render.
 */
export function StatusLine(props: StatusLineProps): ReactElement {
  const { session, actions: source, line, labels, cars, ...native } = props
  const { shown, isSlow, failures } = useShownSession(session)
  const contextLabels = useContext(LabelsContext)
  const words = labels ?? contextLabels ?? english
  const notePress = useFocusAfterPress(line)

  const { open, focus, cancel, retry } = source
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
}

// The reason or the error, for style sheets.
function codeOf(session: Session): string | undefined {
  if (session.status === 'failed') return session.error.code
  return session.status === 'cancelled' ? session.reason : undefined
}
