// What one click does, from top to bottom: token, address, popup, listeners, watching, one answer, exchange, ending.

import { type ConnectOptions, planConnect } from './connect-options.ts'
import { type ConnectErrorCode, type ConnectErrorDetails, errorOf } from './errors.ts'
import { loadLate } from './load-late.ts'
import { createAge } from './popup/age.ts'
import { listen } from './popup/listen.ts'
import { type ConnectMessage, isAnswerTo } from './popup/message.ts'
import { openPopup } from './popup/open-popup.ts'
import { wantsRedirect } from './popup/presentation.ts'
import { type PopupSign, tokenLifeMs, watch } from './popup/watch.ts'
import type { StartedSession } from './server-session/fetch-started-session.ts'
import type { Session, Settled } from './session.ts'
import { createStateToken } from './state-token.ts'

/** What can be done with a session that has begun. The code and the token stay inside. */
export type RunningSession = {
  /** Brings the popup to the front. `false`: it cannot be seen, and no answer has come. */
  focus(): boolean
  /** Sends the grant once more. `false`: there is none, or its code is too old. */
  retry(): boolean
  /** Ends the session silently: from now on it hears, sends and tells nothing. */
  stop(): void
}

/** Tells the connection what its session is now. */
export type Notify<T> = (session: Session<T>) => void

// How long an authorization code can be exchanged: ten minutes.
const codeLifeMs = 600_000

/**
 * Makes a session whose `open` does what the click asks for.
 *
 * @param started token and address, where the app's server made them
 * @throws {TypeError} for options that cannot work, before anything has happened
 */
export function createSession<T>(
  options: ConnectOptions<T>,
  notify: Notify<T>,
  started?: Pick<StartedSession, 'token' | 'url' | 'state'>,
): RunningSession & { open(): void } {
  const token = started?.token ?? createStateToken()
  const { url, state } = started ?? planConnect(options, token)
  const age = createAge()
  const answer = receiveAnswer(options, url, notify, age)
  const { signal } = answer
  let popup: Window | undefined

  function open() {
    // A sandbox hides this page's origin: its redirect page could never reach it.
    if (self.origin !== location.origin) return answer.fail('popup_unsupported')
    if (wantsRedirect(options.presentation)) return leavePage()
    // The window first: browsers block one that comes after the click. Nothing can answer before
    // the click's task ends, so the listeners may follow.
    popup = openPopup(url, options.popup)
    if (!popup) return answer.fail('popup_blocked')
    listen(token, popup, onMessage, signal)
    watch(popup, age, onSign, signal)
    void keepCompany(popup)
    notify({ status: 'waiting', popup: 'open' })
  }

  function onMessage(message: ConnectMessage, acknowledge: () => void) {
    if (isAnswerTo(message, state)) answer.accept(message, acknowledge, options.state)
    else if (!answer.isAccepted()) {
      popup?.close()
      answer.fail('state_mismatch')
    }
  }

  function onSign(sign: PopupSign) {
    // A popup that has answered may close.
    if (answer.isAccepted()) return
    if (sign === 'expired') answer.fail(sign)
    else if (sign === 'lost') notify({ status: 'waiting', popup: sign })
    else notify({ status: 'cancelled', reason: sign })
  }

  // Without its late part a session still gets its answer, but cannot survive a reload.
  async function keepCompany(popup: Window) {
    const late = await loadLate().catch(() => undefined)
    const onAnswer = (message: ConnectMessage) => answer.accept(message, () => {}, options.state)
    late?.listenHosted(options, { popup, state }, onAnswer, signal)
    await late?.keepRecord({ token, options, url, signal })
  }

  function leavePage() {
    notify({ status: 'redirecting' })
    loadLate()
      .then(late => late.leave({ token, options, url, signal }, () => notify({ status: 'idle' })))
      .catch(() => answer.fail('popup_unsupported'))
  }

  return {
    open,
    focus() {
      popup?.focus()
      return answer.isAccepted() || popup?.closed === false
    },
    retry: answer.retry,
    stop() {
      answer.stop()
      popup?.close()
    },
  }
}

/** What receives the one answer of a session. */
export type AnswerReceiver = Pick<RunningSession, 'retry' | 'stop'> & {
  /**
   * Uses the state token up and hands the answer over. Only the first answer counts; a repeat of
   * it is acknowledged.
   */
  accept(message: ConnectMessage, acknowledge: () => void, appState?: string): void
  /** Whether an answer has been accepted, so that nothing else about the popup matters. */
  isAccepted(): boolean
  /** Ends the session as failed. */
  fail(code: ConnectErrorCode): void
  /** Aborted when the session ends: listeners, timers and channels stop with it. */
  signal: AbortSignal
}

/**
 * Receives one answer: accepts it once, acknowledges it, reads it, sends its grant to the backend
 * and ends the session. Resuming a session needs this half alone.
 *
 * @param url where Connect was opened: it tells what kind of result was asked for
 * @param age how many milliseconds ago the session began
 */
export function receiveAnswer<T>(
  options: ConnectOptions<T>,
  url: URL,
  notify: Notify<T>,
  age: () => number,
): AnswerReceiver {
  const ended = new AbortController()
  const stopped = new AbortController()
  // The answer while it can still be sent: nothing else holds the code.
  let held: { message: ConnectMessage; appState: string | undefined } | undefined
  const key = createStateToken()
  let codeAge = age
  let late: Awaited<ReturnType<typeof loadLate>> | undefined
  let isLoading = false

  function accept(message: ConnectMessage, acknowledge: () => void, appState?: string) {
    if (ended.signal.aborted) return
    // The timer that ends an old session may have slept.
    if (!held && age() >= tokenLifeMs) return fail('expired')
    const isFirst = !held
    // From here on the token is used up, whatever comes.
    held ??= { message, appState }
    // The redirect page repeats itself until it is heard.
    if (held.message.id === message.id) acknowledge()
    if (!isFirst) return
    codeAge = createAge()
    void handOver()
  }

  async function handOver() {
    isLoading = true
    late ??= await loadLate().catch(() => undefined)
    isLoading = false
    if (!held) return
    // The answer is kept, for a retry when the network is back.
    if (!late) return fail('network_error')
    const { message, appState } = held
    const answer = late.readAnswer(message.params, late.resultKind(url), appState)
    if (!answer.ok) {
      held = undefined
      if (answer.code !== 'returned_to_app') return fail(answer.code, answer.details)
      return end({ status: 'cancelled', reason: answer.code })
    }
    const { code, ...grant } = answer.grant
    notify({ status: 'exchanging', grant })
    // A listener may have cancelled the session just now.
    if (stopped.signal.aborted) return
    // The server knows its own session by the token. A token that was made here never leaves the
    // page, so the key is another one.
    const id = options.session ? late.tokenOf(message.state) : key
    const outcome = await late.exchangeGrant(options.exchange, answer.grant, id, stopped.signal)
    if (!outcome.ok) return fail(outcome.code, outcome.details)
    held = undefined
    end({ status: 'connected', grant, data: outcome.data })
  }

  function fail(code: ConnectErrorCode, details?: ConnectErrorDetails) {
    end({ status: 'failed', error: errorOf(code, details) })
  }

  function end(ending: Settled<T>) {
    ended.abort()
    if (!stopped.signal.aborted) notify(ending)
  }

  return {
    accept,
    isAccepted: () => held !== undefined,
    fail,
    signal: ended.signal,
    retry() {
      if (!held || codeAge() >= codeLifeMs) return false
      if (!isLoading) void handOver()
      return true
    },
    stop() {
      held = undefined
      stopped.abort()
      ended.abort()
    },
  }
}
