// One attempt to connect, from the click to its ending, in the order that keeps it safe.

import { createAge } from './age.ts'
import type { Plan } from './connect-options.ts'
import { ConnectError, type ConnectErrorCode } from './errors.ts'
import { exchangeGrant } from './exchange.ts'
import { type FullGrant, readAnswer } from './grant.ts'
import { listen } from './listen.ts'
import { acceptMessage, type Incoming } from './message.ts'
import { openPopup } from './popup.ts'
import type { SessionEvent } from './session.ts'
import { createStateToken } from './state-token.ts'
import { tokenLifeMs, watch } from './watch.ts'

/** What can be done with an attempt. The code and the token stay inside. */
export type Attempt = {
  open(): void
  focus(): void
  /** Whether the popup can still be seen. */
  isVisible(): boolean
  /** Sends the grant once more. `false`: there is none, or its code is too old. */
  retry(): boolean
  /** Ends it without a word: nothing is heard, sent or told any more. */
  stop(): void
}

const codeLifeMs = 10 * 60_000

/** Makes an attempt that tells `emit` what happens to it. */
export function createAttempt<T>(
  plan: Plan<T>,
  token: string,
  emit: (event: SessionEvent<T>) => void,
): Attempt {
  // Not the token: this one leaves the page.
  const id = createStateToken()
  const age = createAge()
  const aborter = new AbortController()
  let codeAge = age
  let popup: Window | undefined
  let accepted: string | undefined
  let grant: FullGrant | undefined
  let unlisten = () => {}
  let unwatch = () => {}

  function tell(event: SessionEvent<T>) {
    if (!aborter.signal.aborted) emit(event)
  }

  function end(event: SessionEvent<T>) {
    unwatch()
    unlisten()
    tell(event)
  }

  function fail(code: ConnectErrorCode, message: string, type: 'failed' | 'blocked' = 'failed') {
    end({ type, error: new ConnectError(code, message) })
  }

  function open() {
    // A sandbox without `allow-same-origin`: the redirect page could never reach us.
    if (self.origin !== location.origin) {
      return fail(
        'popup_unsupported',
        'This page is sandboxed: no answer could reach it.',
        'blocked',
      )
    }
    // Listeners first, so that no answer can be missed; then the window, with no wait before it.
    unlisten = listen(token, onMessage)
    popup = openPopup(plan.url, plan.popup)
    if (!popup) return fail('popup_blocked', 'The browser blocked the popup.', 'blocked')
    unwatch = watch(popup, age, {
      onLost: () => tell({ type: 'lost' }),
      onClosed: () => tell({ type: 'cancelled', reason: 'popup_closed' }),
      onExpired,
    })
    tell({ type: 'opened' })
  }

  function onExpired() {
    fail('expired', 'No answer came in 15 minutes.')
  }

  function onMessage(
    event: Incoming,
    via: 'channel' | 'window',
    acknowledge: (id: string) => void,
  ) {
    const awaited = { origin: location.origin, state: plan.state, popup }
    const message = acceptMessage(event, awaited, via)
    if (!message) return
    if (accepted !== undefined) {
      // The redirect page repeats itself until it is heard.
      if (message !== 'state_mismatch' && message.id === accepted) acknowledge(accepted)
      return
    }
    if (message === 'state_mismatch') {
      popup?.close()
      return fail('state_mismatch', 'The answer belongs to another session. It was not used.')
    }
    // A sleeping machine may have missed the timer.
    if (age() >= tokenLifeMs) return onExpired()

    // From here on the token is used up, whatever comes.
    accepted = message.id
    unwatch()
    acknowledge(accepted)
    const answer = readAnswer(message.params, plan.kind, plan.appState)
    if (answer === 'returned_to_app') return end({ type: 'cancelled', reason: answer })
    if (answer instanceof ConnectError) return end({ type: 'failed', error: answer })
    codeAge = createAge()
    send(answer, 'granted')
  }

  function send(full: FullGrant, type: 'granted' | 'retried') {
    grant = full
    const { code, ...shown } = full
    tell({ type, grant: shown })
    exchangeGrant(plan.exchange, full, id, aborter.signal).then(
      data => {
        grant = undefined
        end({ type: 'connected', data })
      },
      error => end({ type: 'failed', error }),
    )
  }

  return {
    open,
    focus: () => popup?.focus(),
    isVisible: () => popup?.closed === false,
    retry() {
      if (!grant || codeAge() >= codeLifeMs) return false
      send(grant, 'retried')
      return true
    },
    stop() {
      aborter.abort()
      unwatch()
      unlisten()
      popup?.close()
      grant = undefined
    },
  }
}
