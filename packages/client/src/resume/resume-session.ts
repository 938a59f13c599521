// Resumes the session that a page before this one left in this tab: it receives the answer, and opens nothing.

import type { refuse } from '../messages/refuse.ts'
import type { EndpointOptions } from '../options/connect-options.ts'
import type { createAge } from '../popup/age.ts'
import type { listenOnChannel } from '../popup/listen.ts'
import type { ConnectMessage, isConnectMessage } from '../popup/message.ts'
import type { tokenLifeMs as watchedLifeMs } from '../popup/watch.ts'
import type { AnswerReceiver } from '../running-session.ts'
import { appStateOf, hashOf, tokenOf } from '../state/read-state.ts'
import type { AnyConnection, Connection } from '../watched.ts'
import { refuseAppShell } from './app-shell.ts'
import { claimSession, livesHere } from './claim.ts'
import { ownerOf, readable } from './connection-mark.ts'
import { deleteRecord, readRecord } from './session-record.ts'

/** What resuming has in common with a click. It is handed in, since a click needs it earlier. */
export type SharedWithClick = {
  receiveAnswer(
    options: EndpointOptions,
    url: URL,
    connection: Connection,
    age: () => number,
  ): AnswerReceiver
  createAge: typeof createAge
  listenOnChannel: typeof listenOnChannel
  isConnectMessage: typeof isConnectMessage
  refuse: typeof refuse
}

// A copy of the one in `popup/watch.ts`, which is loaded with the page: an import would make a file of
// its own of it. The type fails if they differ.
const tokenLifeMs: typeof watchedLifeMs = 900_000

/**
 * Goes on with the session that this tab's record tells of, if it belongs to one of these
 * connections, if the same person is logged in and if no page that is alive has it.
 *
 * @throws {TypeError} where this page stands in for its redirect page: the answer is taken out of
 *   the address, and lost
 */
export async function resumeSession(
  watched: Iterable<AnyConnection>,
  { receiveAnswer, createAge, listenOnChannel, isConnectMessage, refuse }: SharedWithClick,
): Promise<void> {
  await refuseAppShell(readable(watched), refuse)
  const record = readRecord()
  if (!record) return
  const { hash, address, createdMs, answer, returnTo } = record
  // A clock that was set back must not make the session younger than it can be.
  const ageBefore = Math.max(0, Date.now() - createdMs)
  if (!(ageBefore < tokenLifeMs) || !URL.canParse(address)) return deleteRecord(hash)
  const sinceNow = createAge()
  const connection = await ownerOf(record, watched)
  const isSameUser = connection && (await hashOf(connection.read().appUser)) === record.appUser
  if (!connection || livesHere(hash)) return
  // A record with a way back is used once.
  if (returnTo || !isSameUser) deleteRecord(hash)
  // The person came Back without an answer; or somebody else reloads the page.
  if (!answer && (returnTo || !isSameUser)) return

  const age = () => ageBefore + sinceNow()
  const receiver = receiveAnswer(connection.read(), new URL(address), connection, age)
  const { accept, end, fail, signal, isAccepted, retry, stop } = receiver
  const onTaken = () => end({ status: 'cancelled', reason: 'superseded' })
  if (!answer && !(await claimSession(hash, onTaken, signal))) {
    stop()
    // This tab's record is a copy of the one that the other page has.
    return deleteRecord(hash)
  }
  const timer = setTimeout(fail, tokenLifeMs - age(), 'expired')
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    deleteRecord(hash)
  })
  if (!connection.adopt({ focus: isAccepted, retry, stop })) return stop()
  // Only the popup's channel reaches a page that was reloaded.
  if (!answer) listenOnChannel(hash, onMessage, signal)
  else if (!isSameUser) fail('login_changed')
  else if (isConnectMessage(answer)) await onMessage(answer, () => {})
  else fail('invalid_response')

  async function onMessage(message: ConnectMessage, acknowledge: () => void) {
    // Only the hash of the token is known, so it is compared in place of the state.
    const isOurs = (await hashOf(tokenOf(message.state))) === hash
    const appState = readAppState(message.state)
    if (isOurs && appState.ok) accept(message, acknowledge, appState.value)
    // No other answer will come to this tab.
    else if (answer && !signal.aborted) fail('invalid_response')
  }
}

function readAppState(state: string): { ok: true; value: string | undefined } | { ok: false } {
  try {
    return { ok: true, value: appStateOf(state) }
  } catch {
    // It was damaged on the way.
    return { ok: false }
  }
}
