// Listens for the redirect page, on both of the ways that its message can come.

import { type Acknowledgement, type ConnectMessage, channelName, messageIn } from './message.ts'

/** Receives a message of the redirect page. `acknowledge` tells its sender that it has arrived. */
export type OnMessage = (message: ConnectMessage, acknowledge: () => void) => void

/**
 * Listens on the session's own `BroadcastChannel` and for window messages of the popup. The channel
 * reaches us when COOP has cut off the popup; the window does when storage partitioning has cut the
 * channel.
 *
 * @param signal ends the listening
 * @see https://html.spec.whatwg.org/multipage/web-messaging.html
 */
export function listen(
  token: string,
  popup: Window,
  onMessage: OnMessage,
  signal: AbortSignal,
): void {
  const reply = (data: Acknowledgement) => popup.postMessage(data, location.origin)
  try {
    addEventListener('message', event => hear(event, popup, onMessage, reply), { signal })
  } catch {
    // A script that put itself in the function's place threw. The channel is left.
  }
  listenOnChannel(token, onMessage, signal)
}

/**
 * Listens on the channel of a session alone. The channel is ours by its name, which only holders of
 * the token know.
 *
 * @param name the state token, or its hash
 * @param signal closes the channel
 * @returns `false` where the browser has no channels or forbids them
 */
export function listenOnChannel(name: string, onMessage: OnMessage, signal: AbortSignal): boolean {
  try {
    const channel = new BroadcastChannel(channelName(name))
    channel.onmessage = event => hear(event, null, onMessage, data => channel.postMessage(data))
    signal.addEventListener('abort', () => channel.close())
    return true
  } catch {
    return false
  }
}

function hear(
  event: MessageEvent,
  source: Window | null,
  onMessage: OnMessage,
  reply: (data: Acknowledgement) => void,
) {
  const message = messageIn(event, { origin: location.origin, source })
  const acknowledge = (id: string) => {
    try {
      reply({ type: 'smartcar-connect-ack', id })
    } catch {
      // The answer is here all the same.
    }
  }
  if (message) onMessage(message, () => acknowledge(message.id))
}
