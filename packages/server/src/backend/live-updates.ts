// Tells open pages that something about a user's vehicles changed, as server-sent events.

/** Something that changed. It holds no figures: the page asks for what it shows. */
export type LiveUpdate = {
  /** What happened. */
  readonly type: 'signals' | 'problem' | 'connected' | 'disconnected'
  /** The vehicle that it is about. */
  readonly vehicleId: string
}

/** Pages that listen, by user. They are of this process alone. */
export type LiveUpdates = {
  /** Tells every page of a user. */
  readonly publish: (user: string, update: LiveUpdate) => void
  /** Answers a page that wants to listen; `undefined` when the user has too many of them open. */
  readonly listen: (user: string, signal: AbortSignal) => Response | undefined
}

const mostPages = 20
// Proxies end connections that are silent for a minute. Pages take one for dead after 62.5 seconds.
const heartbeatMs = 25_000
// Then the page connects again by itself, and is asked again who is signed in.
const mostHeartbeats = 12
// So many updates may wait for a page that does not read.
const mostWaiting = 100
// An event, as a page sees no comment. Without the empty `data` it would not see the event either.
const heartbeatText = 'event: still-here\ndata:\n\n'
const encoder = new TextEncoder()

/** Creates what pages listen to. Nothing runs while nobody listens. */
export function createLiveUpdates(): LiveUpdates {
  const pages = new Map<string, Set<(text: string) => void>>()

  function close(user: string, send: (text: string) => void): void {
    const open = pages.get(user)
    open?.delete(send)
    if (open?.size === 0) pages.delete(user)
  }

  return {
    publish(user, update) {
      const text = `event: ${update.type}\ndata: ${JSON.stringify(update)}\n\n`
      for (const send of pages.get(user) ?? []) send(text)
    },
    listen(user, signal) {
      const open = pages.get(user) ?? new Set()
      if (open.size >= mostPages) return undefined
      let heartbeats = 0
      let stop: (() => void) | undefined
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          function send(text: string): void {
            // A page that does not read is let go: it asks for everything when it comes back.
            if ((controller.desiredSize ?? 0) < -mostWaiting) end()
            try {
              controller.enqueue(encoder.encode(text))
            } catch {
              stop?.()
            }
          }
          const heartbeat = setInterval(() => {
            heartbeats += 1
            if (heartbeats < mostHeartbeats) send(heartbeatText)
            else end()
          }, heartbeatMs)
          stop = () => {
            clearInterval(heartbeat)
            close(user, send)
            signal.removeEventListener('abort', end)
          }
          function end(): void {
            stop?.()
            try {
              controller.close()
            } catch {
              // The reader has gone already.
            }
          }
          open.add(send)
          pages.set(user, open)
          signal.addEventListener('abort', end)
          // The first bytes tell the page that it listens, and what to expect.
          send(heartbeatText)
          if (signal.aborted) end()
        },
        cancel() {
          stop?.()
        },
      })
      return new Response(body, {
        headers: {
          'content-type': 'text/event-stream',
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
          // nginx would collect the events otherwise.
          'x-accel-buffering': 'no',
        },
      })
    },
  }
}
