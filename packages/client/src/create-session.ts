// What one click does, from top to bottom: token, address, popup, listeners, watching, one answer, exchange, ending.

import type { AcceptedAnswer, Settlement } from './answer/settle-answer.ts'
import { canPost } from './backend/posted-values.ts'
import { callApp } from './call-app.ts'
import { type ConnectErrorCode, type ConnectErrorDetails, errorOf } from './errors.ts'
import type { Grant } from './grant.ts'
import { type Late, loadLate, loadLateInTime } from './load-late.ts'
import {
  comesBackHere,
  type EndpointOptions,
  type Plan,
  planConnect,
} from './options/connect-options.ts'
import { createAge } from './popup/age.ts'
import { listen } from './popup/listen.ts'
import { type ConnectMessage, isAnswerTo } from './popup/message.ts'
import { openPopup } from './popup/open-popup.ts'
import { wantsRedirect } from './popup/presentation.ts'
import { type PopupSign, tokenLifeMs, watch } from './popup/watch.ts'
import type { AnswerReceiver, RunningSession } from './running-session.ts'
import type { Settled } from './session.ts'
import { createStateToken } from './state/state-token.ts'
import { type Connection, watched } from './watched.ts'

// How long an authorization code can be exchanged: ten minutes.
const codeLifeMs = 600_000

/**
 * Makes a session whose `open` does what the click asks for.
 *
 * @param started token and address, where the app's server made them
 * @throws {TypeError} for options that cannot work, before anything has happened
 */
export function createSession<T>(
  options: EndpointOptions<T>,
  connection: Connection<T>,
  started?: Plan,
): RunningSession & { open(): void } {
  const { token, url, state } = started ?? planConnect(options, createStateToken())
  const age = createAge()
  const answer = receiveAnswer(options, url, connection, age)
  const { signal } = answer
  const { notify } = connection
  let popup: Window | undefined
  const toRecord = { token, url, connection, appUser: options.appUser, watched, signal }

  function open() {
    // A sandbox hides this page's origin: its redirect page could never reach it. Pages made for
    // tests may have no such property.
    const here = location.origin
    if ((globalThis.origin ?? here) !== here) return answer.fail('popup_unsupported')
    if (!comesBackHere(url, options)) {
      const back = url.searchParams.get('redirect_uri')
      const message = `\`redirectUri\` is ${back}, not of ${here}, so no answer can reach this page.`
      return answer.fail('popup_unsupported', { message })
    }
    if (wantsRedirect(options.presentation)) return leavePage()
    // The window first: browsers block one that comes after the click. Nothing can answer before
    // the click's task ends, so the listeners may follow.
    const opened = openPopup(url, options.popup)
    if (!opened.ok) return answer.fail(opened.code, { cause: opened.cause })
    popup = opened.popup
    listen(token, popup, onMessage, signal)
    watch(popup, age, onSign, signal)
    accompany(popup)
    notify({ status: 'waiting', popup: 'open' })
  }

  function onMessage(message: ConnectMessage, acknowledge: () => void) {
    if (isAnswerTo(message, state)) answer.accept(message, acknowledge, options.state)
    else if (!answer.isAccepted()) {
      closePopup()
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

  function accompany(popup: Window) {
    const onAnswer = (message: ConnectMessage) => answer.accept(message, () => {}, options.state)
    const onTaken = () => answer.end({ status: 'cancelled', reason: 'superseded' })
    loadLate().then(
      late => {
        late.listenHosted(options, { popup, state }, onAnswer, signal)
        void late.keepRecord(toRecord, onTaken)
      },
      // The person need not go on: the answer could not be used. One that is here already is told of
      // by those who wait for the same part.
      cause => {
        if (answer.isAccepted()) return
        closePopup()
        answer.fail('not_loaded', { cause })
      },
    )
  }

  // Scripts of others may have given a window of their own, which may throw.
  function closePopup() {
    callApp(() => popup?.close())
  }

  function leavePage() {
    notify({ status: 'redirecting' })
    const onStay = () => notify({ status: 'idle' })
    loadLateInTime().then(
      late =>
        late.leave(toRecord, onStay).catch(cause => answer.fail('popup_unsupported', { cause })),
      cause => answer.fail('not_loaded', { cause }),
    )
  }

  return {
    open,
    focus() {
      let isSeen = false
      callApp(() => {
        popup?.focus()
        isSeen = popup?.closed === false
      })
      return answer.isAccepted() || isSeen
    },
    retry: answer.retry,
    stop() {
      answer.stop()
      closePopup()
    },
  }
}

/**
 * Receives one answer: accepts it once, acknowledges it, reads it, sends its grant to the backend
 * and ends the session. Resuming a session needs this half alone.
 *
 * @param options as they were at the click
 * @param url where Connect was opened: it tells what kind of result was asked for
 * @param age how many milliseconds ago the session began
 */
export function receiveAnswer<T>(
  options: EndpointOptions<T>,
  url: URL,
  { read, notify }: Connection<T>,
  age: () => number,
): AnswerReceiver<T> {
  const ended = new AbortController()
  const stopped = new AbortController()
  // The answer while it can still be sent: nothing else holds the code.
  let held: (AcceptedAnswer & { age: () => number }) | undefined
  let late: Late | undefined
  let isSettling = false

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

  // Once at a time, however often somebody asks.
  async function settle() {
    if (isSettling) return
    isSettling = true
    const settlement = await sendHeld().catch(
      // The app's options threw.
      (cause): Settlement<T> => ({
        ok: false,
        code: 'exchange_failed',
        details: { cause },
        grant: {},
      }),
    )
    isSettling = false
    if (!settlement) return
    // A grant that the backend did not take may be sent once more.
    if (settlement.ok || !('grant' in settlement)) held = undefined
    if (settlement.ok) end({ status: 'connected', grant: settlement.grant, data: settlement.data })
    else if (settlement.code === 'returned_to_app') {
      end({ status: 'cancelled', reason: settlement.code })
    } else {
      fail(settlement.code, settlement.details)
    }
  }

  async function sendHeld(): Promise<Settlement<T> | undefined> {
    try {
      late ??= await loadLateInTime()
    } catch (cause) {
      // Some browsers load it at another try, so the answer is kept.
      return { ok: false, code: 'not_loaded', details: { cause }, grant: {} }
    }
    if (!held) return undefined
    if (read().appUser !== options.appUser) return { ok: false, code: 'login_changed' }
    const onExchange = (grant: Grant) => notify({ status: 'exchanging', grant })
    return late.settleAnswer({ options, url, canPost }, held, onExchange, stopped.signal)
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
    end,
    signal: ended.signal,
    retry() {
      if (!held || held.age() >= codeLifeMs) return false
      void settle()
      return true
    },
    stop() {
      held = undefined
      stopped.abort()
      ended.abort()
    },
  }
}
