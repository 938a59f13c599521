// Resumes the session that a page before this one left in this tab: it receives the answer, and opens nothing.

import type { refuse } from '../messages/refuse.ts'
import type { ConnectOptions } from '../options/connect-options.ts'
import type { listenOnChannel } from '../popup/listen.ts'
import type { ConnectMessage, isConnectMessage } from '../popup/message.ts'
import type { tokenLifeMs as watchedLifeMs } from '../popup/watch.ts'
import type { AnswerReceiver, RunningSession } from '../running-session.ts'
import { appStateOf, hashOf, tokenOf } from '../state/read-state.ts'
import { deleteRecord, readRecord, recordOwner } from './session-record.ts'

/** What resuming has in common with a click. It is handed in, since a click needs it earlier. */
export type SharedWithClick = {
  /** Makes the receiver of the answer. */
  receive(url: URL, age: () => number): AnswerReceiver
  listenOnChannel: typeof listenOnChannel
  isConnectMessage: typeof isConnectMessage
  refuse: typeof refuse
}

// A copy of the one in `popup/watch.ts`, which is loaded with the page: an import would make a file of
// its own of it. The type fails if they differ.
const tokenLifeMs: typeof watchedLifeMs = 900_000

/**
 * Goes on with the session that this tab's record tells of, if it belongs to a connection with
 * these options.
 *
 * @returns `undefined` where there is none, or no answer can come to it
 * @throws {TypeError} where this page stands in for its redirect page: the answer is taken out of
 *   the address, and lost
 */
export function resumeSession<T>(
  options: ConnectOptions<T>,
  { receive, listenOnChannel, isConnectMessage, refuse }: SharedWithClick,
): RunningSession | undefined {
  if (standsInForRedirectPage(options.redirectUri)) {
    refuse('redirectUri', 'is answered with the app itself', 'app_at_redirect_uri')
  }
  const record = readRecord()
  if (!record || record.owner !== recordOwner(options)) return undefined
  const { hash, address, createdMs, answer, returnTo } = record
  const age = () => Date.now() - createdMs
  const leftMs = tokenLifeMs - age()
  // A record with a way back is used once.
  if (returnTo || leftMs <= 0) deleteRecord(hash)
  if (leftMs <= 0 || (returnTo && !answer) || !URL.canParse(address)) return undefined

  const { accept, fail, signal, isAccepted, retry, stop } = receive(new URL(address), age)

  async function onMessage(message: ConnectMessage, acknowledge: () => void) {
    // Only the hash of the token is known, so it is compared in place of the state.
    const isOurs = (await hashOf(tokenOf(message.state))) === hash
    const appState = readAppState(message.state)
    if (isOurs && appState.ok) accept(message, acknowledge, appState.value)
    // No other answer will come to this tab.
    else if (answer) fail('invalid_response')
  }

  // Only the popup's channel reaches a page that was reloaded.
  if (!answer && !listenOnChannel(hash, onMessage, signal)) return undefined
  const timer = setTimeout(fail, leftMs, 'expired')
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    deleteRecord(hash)
  })
  if (isConnectMessage(answer)) void onMessage(answer, () => {})
  else if (answer) queueMicrotask(() => fail('invalid_response'))
  return { focus: isAccepted, retry, stop }
}

function readAppState(state: string): { ok: true; value: string | undefined } | { ok: false } {
  try {
    return { ok: true, value: appStateOf(state) }
  } catch {
    // It was damaged on the way.
    return { ok: false }
  }
}

// A host or a service worker that answers every address with the app: the code must not stay in the
// address.
function standsInForRedirectPage(redirectUri = ''): boolean {
  const { origin, pathname, search } = location
  const state = new URLSearchParams(search).get('state') ?? ''
  const page = URL.canParse(redirectUri) ? new URL(redirectUri) : undefined
  if (page?.origin !== origin || page.pathname !== pathname || !tokenOf(state)) return false
  history.replaceState(history.state, '', origin + pathname)
  return true
}
