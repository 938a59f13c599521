// Takes a session up again: after this tab came back from Connect, or was loaded anew meanwhile.

import type { ConnectOptions } from '../connect-options.ts'
import type { ConnectParams } from '../connect-url.ts'
import { refuse } from '../messages/refuse.ts'
import { type Attempt, createAttempt } from '../open-session.ts'
import {
  type Acknowledgement,
  acceptMessage,
  channelName,
  type Incoming,
} from '../popup/message.ts'
import { tokenLifeMs } from '../popup/watch.ts'
import type { Session } from '../session.ts'
import { appStateOf, hashOf, tokenOf } from '../state-token.ts'
import { recordKey } from './record-key.ts'
import { ownerOf, recall } from './session-record.ts'

/**
 * The attempt that this tab's record tells of, if it belongs to a connection with these options.
 * The popup of a page that was loaded anew cannot be seen, so its session begins as `lost`.
 *
 * @throws {TypeError} where the app is served in the place of the redirect page
 */
export function resume<T>(
  options: ConnectOptions<T>,
  tell: (session: Session<T>) => void,
): Attempt | undefined {
  refuseToStandIn(options)
  const record = recall()
  if (!record || record.owner !== ownerOf(options)) return undefined
  const leftMs = record.createdMs + tokenLifeMs - Date.now()
  const { hash, address, answer, returnTo } = record
  // An answer is for one reading, and a way back for one return.
  if (returnTo || leftMs <= 0) sessionStorage.removeItem(recordKey)
  if (leftMs <= 0 || (returnTo && !answer) || !URL.canParse(address)) return undefined
  const channel = answer ? undefined : channelOf(hash)
  if (!answer && !channel) return undefined

  const attempt = createAttempt(options, tell, { token: '', state: '', url: new URL(address) })
  // Only the hash is known, so it takes the place of comparing the state.
  const judge = async (event: Incoming, acknowledge: (id: string) => void) => {
    const awaited = { origin: location.origin, source: null, state: event.data?.state }
    const message = acceptMessage(event, awaited)
    if (!message || message === 'state_mismatch') return false
    if ((await hashOf(tokenOf(message.state))) !== hash) return false
    let appState: string | undefined
    try {
      appState = appStateOf(message.state)
    } catch {
      // Damaged on the way.
      return false
    }
    // Stopped meanwhile.
    if (!attempt.signal.aborted) attempt.take(message, acknowledge, appState)
    return true
  }
  const timer = setTimeout(attempt.fail, leftMs, 'expired')
  attempt.signal.addEventListener('abort', () => {
    clearTimeout(timer)
    channel?.close()
    if (recall()?.hash === hash) sessionStorage.removeItem(recordKey)
  })
  tell({ status: 'waiting', popup: 'lost' })
  if (channel) {
    channel.onmessage = event =>
      void judge(event, id => {
        const acknowledgement: Acknowledgement = { type: 'smartcar-connect-ack', id }
        channel.postMessage(acknowledgement)
      })
  } else {
    const { origin } = location
    void judge({ isTrusted: true, origin, source: null, data: answer }, () => {})
      // Whatever lay there, no other answer will come.
      .then(isOurs => isOurs || attempt.fail('invalid_response'))
  }
  return attempt
}

// A host or a service worker that answers everything with the app's shell: the code must not stay
// in the address, and the developer must hear of it.
function refuseToStandIn({ redirectUri = '' }: ConnectParams) {
  const { origin, pathname, search } = location
  const state = new URLSearchParams(search).get('state') ?? ''
  const page = URL.canParse(redirectUri) ? new URL(redirectUri) : undefined
  if (page?.origin !== origin || page.pathname !== pathname || !tokenOf(state)) return
  history.replaceState(history.state, '', origin + pathname)
  refuse(
    'redirectUri',
    'is answered with the app itself; serve the redirect page there, or call finishConnect() before the app renders',
  )
}

// Nothing else reaches a page that was loaded anew: where channels are forbidden, it cannot go on.
function channelOf(hash: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(channelName(hash))
  } catch {
    return undefined
  }
}
