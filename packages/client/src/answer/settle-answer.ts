// Reads an answer and sends its grant to the backend.

import type { Failure } from '../errors.ts'
import type { Grant } from '../grant.ts'
import type { ConnectOptions } from '../options/connect-options.ts'
import type { ConnectMessage } from '../popup/message.ts'
import { tokenOf } from '../state/read-state.ts'
import { exchangeGrant } from './exchange.ts'
import { type NoGrant, readAnswer, resultKind } from './read-answer.ts'
import { withoutSecrets } from './without-secrets.ts'

/** An answer that was accepted. */
export type AcceptedAnswer = {
  /** The message that brought it. It holds the code. */
  message: ConnectMessage
  /** The app's own state, which belongs to the grant. */
  appState: string | undefined
  /** A random key for the exchange, the same for each retry. */
  key: string
}

/** What became of an answer. A failure with a `grant` may be tried again. */
export type Settlement<T> =
  | { ok: true; grant: Grant; data: T }
  | NoGrant
  | (Failure & { grant: Grant })

/**
 * Reads an answer and, if it holds a grant, sends that. Never rejects.
 *
 * @param url where Connect was opened
 * @param onExchange told the grant before it is sent; it may abort `cancelled`
 * @param cancelled aborted when the app cancels: nothing is sent any more
 */
export async function settleAnswer<T>(
  options: ConnectOptions<T>,
  url: URL,
  { message, appState, key }: AcceptedAnswer,
  onExchange: (grant: Grant) => void,
  cancelled: AbortSignal,
): Promise<Settlement<T>> {
  const answer = readAnswer(message.params, resultKind(url), appState)
  const token = tokenOf(message.state)
  if (!answer.ok) return withoutSecrets(answer, [token])
  const { code, ...grant } = answer.grant
  onExchange(grant)
  // Nobody is told what becomes of a session that was cancelled just now.
  if (cancelled.aborted) return { ok: false, code: 'exchange_failed', grant }
  // The server knows its own session by the token. A token that was made on the page never leaves
  // it, so the key is another one.
  const id = options.session ? token : key
  const outcome = await exchangeGrant(options.exchange, answer.grant, id, cancelled)
  // The app's own exchange function, or its backend, may quote what it was sent.
  return { ...(outcome.ok ? outcome : withoutSecrets(outcome, [code, token])), grant }
}
