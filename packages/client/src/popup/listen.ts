// Listens for the redirect page, on both of the ways that its message can take.

import { type Acknowledgement, channelName, type Incoming } from './message.ts'

/** Takes a message, which must have come from `source`; `acknowledge` tells its sender. */
export type OnMessage = (
  event: Incoming,
  source: Window | null | undefined,
  acknowledge: (id: string) => void,
) => void

/**
 * Listens on the session's own `BroadcastChannel` and for window messages. The channel reaches us
 * when COOP has cut the popup off; the window when a partition has cut the channel.
 *
 * @param popup gives the popup, once it is open
 * @param signal ends the listening
 */
export function listen(
  token: string,
  popup: () => Window | undefined,
  onMessage: OnMessage,
  signal: AbortSignal,
): void {
  const ack = (id: string): Acknowledgement => ({ type: 'smartcar-connect-ack', id })
  addEventListener(
    'message',
    event => onMessage(event, popup(), id => popup()?.postMessage(ack(id), location.origin)),
    { signal },
  )
  try {
    const channel = new BroadcastChannel(channelName(token))
    channel.onmessage = event => onMessage(event, null, id => channel.postMessage(ack(id)))
    signal.addEventListener('abort', () => channel.close())
  } catch {
    // Storage is forbidden here, or there is no such thing: the window is left.
  }
}
