// Reads an answer and sends its grant to the backend.

import type { canPost } from '../backend/posted-values.ts'
import type { Failure } from '../errors.ts'
import type { Grant } from '../grant.ts'
import type { EndpointOptions } from '../options/connect-options.ts'
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

/** What was asked for, and where the answer goes. */
export type AskedSession<T> = {
  /** The options as they were at the click. */
  options: EndpointOptions<T>
  /** Where Connect was opened. */
  url: URL
  /** Tells what the backend takes. */
  canPost: typeof canPost
}

/** What became of an answer. A failure with a `grant` may be tried again. */
export type Settlement<T> =
  | { ok: true; grant: Grant; data: T }
  | NoGrant
  | (Failure & { grant: Grant })

/**
 * Reads an answer and, if it holds a grant, sends that. Never rejects.
 *
 * @param onExchange told the grant before it is sent; it may abort `cancelled`
 * @param cancelled aborted when the app cancels: nothing is sent any more
 */
export async function settleAnswer<T>(
  { options, url, canPost }: AskedSession<T>,
  { message, appState, key }: AcceptedAnswer,
  onExchange: (grant: Grant) => void,
  cancelled: AbortSignal,
): Promise<Settlement<T>> {
  const answer = readAnswer(message.params, resultKind(url), canPost, appState)
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
