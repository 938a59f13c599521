// What becomes of an answer: it ends the session, or its grant goes to the backend.

import { ConnectError } from '../errors.ts'
import type { Known } from '../open-session.ts'
import type { ConnectMessage } from '../popup/message.ts'
import { createStateToken, tokenOf } from '../state-token.ts'
import { exchangeGrant } from './exchange.ts'
import { readAnswer, resultKind } from './read-answer.ts'

/**
 * Reads an answer, and ends the session unless it holds a grant.
 *
 * @returns sends the grant, and once more for each call; it holds the code
 */
export function readGrant<T>(
  { options, url, tell, end, stopped }: Known<T>,
  { params, state }: ConnectMessage,
  appState?: string,
): (() => void) | undefined {
  const answer = readAnswer(params, resultKind(url), appState)
  if (answer instanceof ConnectError) {
    end({ status: 'failed', error: answer })
    return undefined
  }
  if (answer === 'returned_to_app') {
    end({ status: 'cancelled', reason: answer })
    return undefined
  }
  const { code, ...grant } = answer
  // The backend knows a repeat by the token where it made that itself, and otherwise not, for a
  // token of ours goes to nobody.
  const key = options.session ? tokenOf(state) : createStateToken()
  return () => {
    tell({ status: 'exchanging', grant })
    // Whoever was told of it may have stopped it.
    if (stopped.aborted) return
    const aborter = new AbortController()
    stopped.addEventListener('abort', () => aborter.abort())
    exchangeGrant(options.exchange, answer, key, aborter).then(
      data => end({ status: 'connected', grant, data }),
      error => end({ status: 'failed', error }),
    )
  }
}
