// One attempt to connect, from the click to its ending, in the order that keeps it safe.

import { createAge } from './age.ts'
import { type ConnectOptions, planConnect } from './connect-options.ts'
import { ConnectError, type ConnectErrorCode } from './errors.ts'
import { exchangeGrant } from './exchange.ts'
import { type FullGrant, readAnswer } from './grant.ts'
import { listen, type OnMessage } from './listen.ts'
import { acceptMessage } from './message.ts'
import { openPopup } from './popup.ts'
import type { Session } from './session.ts'
import { createStateToken } from './state-token.ts'
import { tokenLifeMs, watch } from './watch.ts'

/** What can be done with an attempt. The code and the token stay inside. */
export type Attempt = {
  open(): void
  /** Brings the popup to the front. `false`: it cannot be seen. */
  focus(): boolean
  /** Sends the grant once more. `false`: there is none, or its code is too old. */
  retry(): boolean
  /** Ends it without a word: nothing is heard, sent or told any more. */
  stop(): void
}

const codeLifeMs = 10 * 60_000

/**
 * Makes an attempt that tells what becomes of its session.
 *
 * @throws {TypeError} for options that cannot work
 */
export function createAttempt<T>(
  options: ConnectOptions<T>,
  tell: (session: Session<T>) => void,
): Attempt {
  const token = createStateToken()
  const { url, state, kind } = planConnect(options, token)
  // Not the token: this one goes to the backend.
  const id = createStateToken()
  let age = createAge()
  let popup: Window | undefined
  let accepted: string | undefined
  let grant: FullGrant | undefined
  let aborter: AbortController | undefined
  let unwatch = () => {}
  let unlisten = () => {}

  function quiet() {
    unwatch()
    unlisten()
  }

  function end(session: Session<T>) {
    quiet()
    tell(session)
  }

  function fail(code: ConnectErrorCode) {
    end({ status: 'failed', error: new ConnectError(code) })
  }

  const onMessage: OnMessage = (event, source, acknowledge) => {
    const { origin } = location
    const message = acceptMessage(event, { origin, source, state })
    if (!message) return
    if (accepted) {
      // The redirect page repeats itself until it is heard.
      if (message !== 'state_mismatch' && message.id === accepted) acknowledge(accepted)
      return
    }
    if (message === 'state_mismatch') {
      popup?.close()
      return fail(message)
    }
    // The timer may have slept.
    if (age() >= tokenLifeMs) return fail('expired')

    // From here on the token is used up, whatever comes.
    accepted = message.id
    unwatch()
    acknowledge(accepted)
    const answer = readAnswer(message.params, kind, options.state)
    if (answer instanceof ConnectError) return end({ status: 'failed', error: answer })
    if (answer === 'returned_to_app') return end({ status: 'cancelled', reason: answer })
    age = createAge()
    grant = answer
    send(answer)
  }

  function send(full: FullGrant) {
    const { code, ...shown } = full
    aborter = new AbortController()
    tell({ status: 'exchanging', grant: shown })
    exchangeGrant(options.exchange, full, id, aborter).then(
      data => {
        grant = undefined
        end({ status: 'connected', grant: shown, data })
      },
      error => end({ status: 'failed', error }),
    )
  }

  return {
    open() {
      // A sandbox without `allow-same-origin`: the redirect page could never reach us.
      if (self.origin !== location.origin) return fail('popup_unsupported')
      // Listeners first, so that no answer can be missed; then the window, with no wait before it.
      unlisten = listen(token, () => popup, onMessage)
      popup = openPopup(url, options.popup)
      if (!popup) return fail('popup_blocked')
      unwatch = watch(popup, age, sight => {
        if (sight === 'expired') fail(sight)
        else if (sight === 'lost') tell({ status: 'waiting', popup: sight })
        else tell({ status: 'cancelled', reason: sight })
      })
      tell({ status: 'waiting', popup: 'open' })
    },
    focus() {
      popup?.focus()
      return popup?.closed === false
    },
    retry() {
      if (!grant || age() >= codeLifeMs) return false
      send(grant)
      return true
    },
    stop() {
      tell = () => {}
      aborter?.abort()
      quiet()
      popup?.close()
      grant = undefined
    },
  }
}
