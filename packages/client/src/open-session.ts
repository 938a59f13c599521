// One attempt to connect, from the click to its ending, in the order that keeps it safe.

import { type ConnectOptions, planConnect } from './connect-options.ts'
import { ConnectError, type ConnectErrorCode } from './errors.ts'
import { createAge } from './popup/age.ts'
import { listen, type OnMessage } from './popup/listen.ts'
import { acceptMessage, type ConnectMessage } from './popup/message.ts'
import { openPopup } from './popup/open-popup.ts'
import { wantsRedirect } from './popup/presentation.ts'
import { type Sight, tokenLifeMs, watch } from './popup/watch.ts'
import type { Prepared } from './server-session/fetch-started-session.ts'
import type { Session } from './session.ts'
import { createStateToken } from './state-token.ts'

/** What can be done with an attempt. The code and the token stay inside. */
export type Attempt = {
  open(): void
  /** Uses the token up and acts on the answer: on the first one; that one's repeats are acknowledged. */
  take(message: ConnectMessage, acknowledge: (id: string) => void, appState?: string): void
  fail(code: ConnectErrorCode): void
  /** Aborted when the attempt ends. */
  signal: AbortSignal
  /** Brings the popup to the front. `false`: it cannot be seen, and has not answered. */
  focus(): boolean
  /** Sends the grant once more. `false`: there is none, or its code is too old. */
  retry(): boolean
  /** Ends it without a word: nothing is heard, sent or told any more. */
  stop(): void
}

// Ten minutes.
const codeLifeMs = 600_000

// Once the click is over there is time to load the rest.
const answering = () => import('./answer/after-click.ts')

/** What is known of an attempt to those who are loaded when they are needed. */
export type Known<T> = Pick<Attempt, 'take' | 'signal'> & {
  options: ConnectOptions<T>
  token: string
  url: URL
  tell: (session: Session<T>) => void
  /** Tells the last of it. */
  end: (session: Session<T>) => void
  /** Aborted when nothing may be sent any more. */
  stopped: AbortSignal
}

/**
 * Makes an attempt that tells what becomes of its session.
 *
 * @param prepared state and address, where the server or a page before this one made them
 *
 * @throws {TypeError} for options that cannot work
 */
export function createAttempt<T>(
  options: ConnectOptions<T>,
  tell: (session: Session<T>) => void,
  prepared?: Omit<Prepared, 'fits'>,
): Attempt {
  const token = prepared?.token ?? createStateToken()
  const { url, state } = prepared ?? planConnect(options, token)
  // Whatever listens or waits for this attempt stops with it.
  const life = new AbortController()
  const { signal } = life
  let age = createAge()
  let popup: Window | undefined
  let accepted: string | undefined
  // Goes on with the answer, once there is one. What it closes over is all that holds the code.
  let send: (() => void) | undefined
  const stopping = new AbortController()

  function end(session: Session<T>) {
    life.abort()
    // The code is used up, and goes.
    if (session.status === 'connected') send = undefined
    tell(session)
  }

  function fail(code: ConnectErrorCode) {
    end({ status: 'failed', error: new ConnectError(code) })
  }

  const onMessage: OnMessage = (event, source, acknowledge) => {
    const message = acceptMessage(event, { origin: location.origin, source, state })
    if (message !== 'state_mismatch') return message && take(message, acknowledge, options.state)
    if (accepted) return
    popup?.close()
    fail(message)
  }

  const take: Attempt['take'] = (message, acknowledge, appState) => {
    if (accepted) {
      // The redirect page repeats itself until it is heard.
      if (accepted === message.id) acknowledge(accepted)
      return
    }
    // The timer may have slept.
    if (age() >= tokenLifeMs) return fail('expired')

    // From here on the token is used up, whatever comes.
    accepted = message.id
    acknowledge(accepted)
    age = createAge()
    send = () => act(message, appState)
    send()
  }

  const stopped = stopping.signal
  const known: Known<T> = { stopped, url, token, tell, options, end, take, signal }

  function act(message: ConnectMessage, appState?: string) {
    answering().then(
      ({ readGrant }) => {
        // Stopped while it was loading.
        if (!send) return
        send = undefined
        send = readGrant(known, message, appState)
        send?.()
      },
      // The answer stays, for a retry when the network is back.
      () => fail('network_error'),
    )
  }

  function onSight(sight: Sight) {
    if (accepted) return
    if (sight === 'expired') fail(sight)
    else if (sight === 'lost') tell({ status: 'waiting', popup: sight })
    else tell({ status: 'cancelled', reason: sight })
  }

  return {
    open() {
      // A sandbox without `allow-same-origin`: the redirect page could never reach us.
      if (self.origin !== location.origin) return fail('popup_unsupported')
      if (wantsRedirect(options.presentation)) {
        tell({ status: 'redirecting' })
        answering()
          .then(({ leave }) => leave(known))
          .catch(() => fail('popup_unsupported'))
        return
      }
      // Listeners first, so that no answer can be missed; then the window, with no wait before it.
      listen(token, () => popup, onMessage, signal)
      popup = openPopup(url, options.popup)
      if (!popup) return fail('popup_blocked')
      watch(popup, age, onSight, signal)
      answering()
        .then(({ accompany }) => accompany(known, popup))
        .catch(() => {})
      tell({ status: 'waiting', popup: 'open' })
    },
    take,
    fail,
    signal,
    focus() {
      popup?.focus()
      // With an answer at hand it does not matter any more where the popup is.
      return accepted !== undefined || popup?.closed === false
    },
    retry() {
      if (!send || age() >= codeLifeMs) return false
      send()
      return true
    },
    stop() {
      tell = () => {}
      stopping.abort()
      life.abort()
      popup?.close()
      send = undefined
    },
  }
}
