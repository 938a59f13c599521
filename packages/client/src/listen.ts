// Listens for the redirect page, on both of the ways that its message can take.

import { type Acknowledgement, channelName, type Incoming } from './message.ts'

/** Takes a message and, if it is to be acknowledged, calls `acknowledge` with its id. */
export type OnMessage = (
  event: Incoming,
  via: 'channel' | 'window',
  acknowledge: (id: string) => void,
) => void

/**
 * Listens on the session's own `BroadcastChannel` and for window messages. The channel reaches us
 * when COOP has cut the popup off; the window when a partition has cut the channel.
 *
 * @returns stops listening
 */
export function listen(token: string, onMessage: OnMessage): () => void {
  const acknowledgement = (id: string): Acknowledgement => ({ type: 'smartcar-connect-ack', id })

  const onWindow = (event: MessageEvent) => {
    const popup = event.source as Window | null
    onMessage(event, 'window', id => popup?.postMessage(acknowledgement(id), location.origin))
  }
  addEventListener('message', onWindow)

  let channel: BroadcastChannel | undefined
  try {
    channel = new BroadcastChannel(channelName(token))
    channel.onmessage = event =>
      onMessage(event, 'channel', id => channel?.postMessage(acknowledgement(id)))
  } catch {
    // Storage is forbidden here, or there is no such thing: the window is left.
  }

  return () => {
    removeEventListener('message', onWindow)
    channel?.close()
  }
}
