// What the redirect page does: it takes the answer out of the address and hands it to the opener.

import { type ConnectMessage, channelName } from '../popup/message.ts'
import { recordKey } from '../resume/session-record.ts'
import { hashOf, tokenOf } from '../state/read-state.ts'
import { readMessage } from './read-message.ts'

/**
 * How far the handing over has come. It stands on `<html data-smartcar-connect>` for styles to show.
 *
 * - `sending`: the page waits for the opener to acknowledge
 * - `done`: the opener has the answer, and the window may close
 * - `unreachable`: no opener has answered for 10 seconds; the page tries for a minute
 * - `refused`: the page is framed or sandboxed
 * - `empty`: the address held nothing for an opener
 */
export type RedirectStatus = 'sending' | 'done' | 'unreachable' | 'refused' | 'empty'

const unreachableAtMs = 10_000
const giveUpAtMs = 60_000

/**
 * Finishes the popup's part, if your app owns the route of the redirect URI: call it once, first
 * thing in the entry script, before anything renders, and never in a lazy route. Otherwise use the
 * ready-made page. It never throws, and sends to this page's own origin only.
 *
 * @see https://datatracker.ietf.org/doc/html/rfc9700#section-4.2
 * @see https://datatracker.ietf.org/doc/html/rfc9700#section-4.17
 */
export function finishConnect(): void {
  const { search, origin, pathname } = location
  // The code leaves the address and the history before anything else can look.
  tryTo(() => history.replaceState(history.state, '', origin + pathname))
  if (top !== self || self.origin !== origin) {
    show('refused')
    return
  }
  const message = readMessage(search)
  show(message ? 'sending' : 'empty')
  if (message) deliver(message, origin)
}

function show(status: RedirectStatus) {
  document.documentElement.dataset.smartcarConnect = status
}

function deliver(message: ConnectMessage, origin: string) {
  const token = tokenOf(message.state)
  const opener: Window | null = window.opener
  const channels: BroadcastChannel[] = []
  const timers = [setTimeout(show, unreachableAtMs, 'unreachable'), setTimeout(stop, giveUpAtMs)]

  function stop() {
    timers.forEach(clearTimeout)
    tryTo(() => removeEventListener('message', onAcknowledgement))
    for (const channel of channels) channel.close()
  }
  const onAcknowledgement = (event: MessageEvent) => {
    const { type, id } = Object(event.data)
    if (event.origin !== origin || type !== 'smartcar-connect-ack' || id !== message.id) return
    stop()
    show('done')
    close()
  }
  const speakOn = (name: string) =>
    tryTo(() => {
      const channel = new BroadcastChannel(channelName(name))
      channel.onmessage = onAcknowledgement
      channels.push(channel)
    })
  const speak = () => {
    for (const channel of channels) tryTo(() => channel.postMessage(message))
  }

  tryTo(() => addEventListener('message', onAcknowledgement))
  // The channel comes first and alone: other scripts on the opener's page cannot hear it.
  speakOn(token)
  speak()
  // Soon at first, then every three seconds: a tab that the browser has frozen hears nothing.
  for (let ms = 300; ms < giveUpAtMs; ms += Math.min(2 * ms, 3_000)) {
    timers.push(
      setTimeout(() => {
        speak()
        tryTo(() => opener?.postMessage(message, origin))
      }, ms),
    )
  }
  // Redirect mode: return to the stored path. A reloaded opener kept only the hash, so publish on
  // that channel too.
  void hashOf(token).then(hash => {
    if (!hash) return
    const back = tryTo(() => {
      const record = JSON.parse(sessionStorage.getItem(recordKey) ?? '{}')
      const url = new URL(record.returnTo ?? '', origin)
      if (!record.returnTo || record.hash !== hash || url.origin !== origin) return undefined
      sessionStorage.setItem(recordKey, JSON.stringify({ ...record, answer: message }))
      return url
    })
    if (!back) return speakOn(hash)
    stop()
    location.replace(back)
  })
}

// What a browser forbids, or a script in a function's place throws, must not stop the rest.
function tryTo<R>(action: () => R): R | undefined {
  try {
    return action()
  } catch {
    return undefined
  }
}
