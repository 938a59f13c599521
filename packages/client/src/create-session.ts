// What one click does, from top to bottom: token, address, popup, listeners, watching, one answer, exchange, ending.

import type { AcceptedAnswer } from './answer/settle-answer.ts'
import { type ConnectErrorCode, type ConnectErrorDetails, errorOf } from './errors.ts'
import type { Grant } from './grant.ts'
import { loadLate } from './load-late.ts'
import { type ConnectOptions, type Plan, planConnect } from './options/connect-options.ts'
import { createAge } from './popup/age.ts'
import { listen } from './popup/listen.ts'
import { type ConnectMessage, isAnswerTo } from './popup/message.ts'
import { openPopup } from './popup/open-popup.ts'
import { wantsRedirect } from './popup/presentation.ts'
import { type PopupSign, tokenLifeMs, watch } from './popup/watch.ts'
import type { AnswerReceiver, RunningSession } from './running-session.ts'
import type { Session, Settled } from './session.ts'
import { createStateToken } from './state/state-token.ts'

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
  started?: Plan,
): RunningSession & { open(): void } {
  const { token, url, state } = started ?? planConnect(options, createStateToken())
  const age = createAge()
  const answer = receiveAnswer(options, url, notify, age)
  const { signal } = answer
  let popup: Window | undefined

  function open() {
    // A sandbox hides this page's origin: its redirect page could never reach it.
    if (origin !== location.origin) return answer.fail('popup_unsupported')
    if (wantsRedirect(options.presentation)) return leavePage()
    // The window first: browsers block one that comes after the click. Nothing can answer before
    // the click's task ends, so the listeners may follow.
    const opened = openPopup(url, options.popup)
    if (!opened.ok) return answer.fail('popup_blocked')
    popup = opened.popup
    listen(token, popup, onMessage, signal)
    watch(popup, age, onSign, signal)
    accompany(popup)
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

  // Without its late part a session hears the app's own redirect page, but cannot survive a reload.
  function accompany(popup: Window) {
    const onAnswer = (message: ConnectMessage) => answer.accept(message, () => {}, options.state)
    loadLate()
      .then(late => {
        late.listenHosted(options, { popup, state }, onAnswer, signal)
        return late.keepRecord({ token, options, url, signal })
      })
      .catch(() => {})
  }

  function leavePage() {
    notify({ status: 'redirecting' })
    loadLate().then(
      late =>
        late
          .leave({ token, options, url, signal }, () => notify({ status: 'idle' }))
          .catch(() => answer.fail('popup_unsupported')),
      () => answer.fail('network_error'),
    )
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
  let held: (AcceptedAnswer & { age: () => number }) | undefined
  let late: Awaited<ReturnType<typeof loadLate>> | undefined
  let isLoading = false

  function accept(message: ConnectMessage, acknowledge: () => void, appState?: string) {
    if (ended.signal.aborted) return
    // The redirect page repeats itself until it is heard.
    if (held?.message.id === message.id) acknowledge()
    if (held) return
    // Timers stand still while a machine sleeps, so the age is looked at here as well.
    if (age() >= tokenLifeMs) return fail('expired')
    // From here on no other answer is accepted.
    held = { message, appState, key: createStateToken(), age: createAge() }
    acknowledge()
    void settle()
  }

  async function settle() {
    isLoading = true
    late ??= await loadLate().catch(() => undefined)
    isLoading = false
    if (!held) return
    // The answer is kept, for a retry when the network is back.
    if (!late) return fail('network_error')
    const onExchange = (grant: Grant) => notify({ status: 'exchanging', grant })
    const result = await late.settleAnswer(options, url, held, onExchange, stopped.signal)
    // A grant that the backend did not take may be sent once more.
    if (result.ok || !('grant' in result)) held = undefined
    if (result.ok) end({ status: 'connected', grant: result.grant, data: result.data })
    else if (result.code === 'returned_to_app') end({ status: 'cancelled', reason: result.code })
    else fail(result.code, result.details)
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
      if (!held || held.age() >= codeLifeMs) return false
      if (!isLoading) void settle()
      return true
    },
    stop() {
      held = undefined
      stopped.abort()
      ended.abort()
    },
  }
}
