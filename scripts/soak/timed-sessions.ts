// Single sessions with their times: among hostile messages, to the exchange, and closed by hand.

import type { Page } from 'playwright'

/** A session that completed, in milliseconds from its start. */
export type Timed = {
  readonly status: string
  /** Until its end. */
  readonly ms: number
  /** Until all hostile messages were posted. */
  readonly posted: number
  /** Until `window.open`. */
  readonly opened: number
}

const timed = `async messages => {
  const channel = new BroadcastChannel('smartcar-connect')
  const forged = { type: 'smartcar-connect', id: '1', state: 'x', params: { code: 'evil' } }
  const started = performance.now()
  const ending = connect.open()
  const opened = times.open - started
  for (let sent = 0; sent < messages; sent += 2) {
    window.postMessage(forged, '*')
    channel.postMessage(forged)
  }
  const posted = performance.now() - started
  const { status } = await ending
  const ms = performance.now() - started
  channel.close()
  return { status, ms, posted, opened }
}`

/** Completes a session while forged messages reach the page by both ways. */
export function amongHostileMessages(page: Page, messages: number): Promise<Timed> {
  return page.evaluate<Timed>(`(${timed})(${messages})`)
}

/** Milliseconds from the answer's message to the call of the backend. */
export function messageToExchange(page: Page): Promise<number> {
  return page.evaluate<number>(`(async () => {
    let heard = 0
    const listening = BroadcastChannel.prototype
    const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(listening), 'onmessage')
    Object.defineProperty(listening, 'onmessage', { configurable: true, set(run) {
      set.call(this, event => { heard = performance.now(); run(event) })
    } })
    await connect.open()
    delete listening.onmessage
    return times.fetch - heard
  })()`)
}

/**
 * Milliseconds from a popup's closing until the session says that it lost the popup, and until it
 * ends. The page itself closes the popup, so that all times come from one clock.
 */
export function closedByHand(page: Page): Promise<{ lost: number; cancelled: number }> {
  return page.evaluate(`(async () => {
    const at = {}
    const stop = connect.subscribe(() => {
      const { status, popup } = connect.getSession()
      at[popup ?? status] = performance.now()
    })
    const open = window.open
    let popup
    window.open = (...given) => (popup = open(...given))
    const ending = connect.open({ make: 'SLOW' })
    window.open = open
    await new Promise(resolve => setTimeout(resolve, 1000))
    popup.close()
    const from = performance.now()
    await ending
    stop()
    return { lost: at.lost - from, cancelled: at.cancelled - from }
  })()`)
}
