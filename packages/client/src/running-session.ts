// What can be done with a session under way, and with the answer that it waits for.

import type { ConnectErrorCode, ConnectErrorDetails } from './errors.ts'
import type { ConnectMessage } from './popup/message.ts'
import type { Settled } from './session.ts'

/** What can be done with a session that has begun. The code and the token stay inside. */
export type RunningSession = {
  /** Brings the popup to the front. `false`: it cannot be seen, and no answer has come. */
  focus(): boolean
  /** Sends the grant once more. `false`: there is none, or its code is too old. */
  retry(): boolean
  /** Ends the session silently: from now on it hears, sends and tells nothing. */
  stop(): void
}

/** What receives the one answer of a session. */
export type AnswerReceiver<T = unknown> = Pick<RunningSession, 'retry' | 'stop'> & {
  /**
   * Uses the state token up and hands the answer over. Only the first answer counts; a repeat of
   * it is acknowledged.
   */
  accept(message: ConnectMessage, acknowledge: () => void, appState?: string): void
  /** Whether an answer has been accepted, so that nothing else about the popup matters. */
  isAccepted(): boolean
  /** Ends the session as failed. */
  fail(code: ConnectErrorCode, details?: ConnectErrorDetails): void
  /** Ends the session. */
  end(ending: Settled<T>): void
  /** Aborted when the session ends: listeners, timers and channels stop with it. */
  signal: AbortSignal
}
