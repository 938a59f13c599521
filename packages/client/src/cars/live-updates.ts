// Listens to what the backend tells open pages, as server-sent events.

import { addressOf } from './car-requests.ts'
import { heartbeatType } from './silence-watch.ts'

/**
 * Something that changed about a car of the signed-in user. It holds no figures: ask for those that are
 * shown.
 *
 * - `signals`: Smartcar has new figures of it
 * - `problem`: it needs somebody, such as a new sign-in
 * - `connected`: it was connected or signed in to, in whatever window
 * - `disconnected`: it is connected no more
 * - `resumed`: the page listens again after an interruption or a refusal, or as it is shown again, so
 *   updates of any car may have been missed
 */
export type CarUpdate =
  | {
      /** What happened. */
      readonly type: 'signals' | 'problem' | 'connected' | 'disconnected'
      /** Smartcar's id of the vehicle. */
      readonly vehicleId: string
    }
  | {
      /** What happened. */
      readonly type: 'resumed'
      /** It is about every car. */
      readonly vehicleId?: undefined
    }

const types = ['signals', 'problem', 'connected', 'disconnected'] as const

/** What is told about a stream. */
export type UpdateListeners = {
  /** Called with each update. */
  readonly onUpdate: (update: CarUpdate) => void
  /** Called before that with the type of each event, and with those of the heartbeat. */
  readonly onEvent: (type: string) => void
}

/**
 * Opens the stream of events. The browser opens it again by itself after an interruption, unless the
 * answer is no stream.
 *
 * @returns `undefined` where there is none: the backend tells pages of its own origin only, as such a
 *   request can have no header against forgery
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export function openUpdates(
  backend: string,
  { onUpdate, onEvent }: UpdateListeners,
): EventSource | undefined {
  const address = addressOf(backend, 'events')
  if (!globalThis.EventSource) return undefined
  // As `fetch` does it. In a frame with `srcdoc`, `location` has neither an address nor an origin.
  const base = globalThis.document?.baseURI ?? location.href
  if (new URL(address, base).origin !== globalThis.origin) return undefined
  const source = new EventSource(address)
  source.addEventListener(heartbeatType, () => onEvent(heartbeatType))
  for (const type of types) {
    source.addEventListener(type, ({ data }) => {
      onEvent(type)
      const vehicleId = vehicleIdIn(data)
      if (vehicleId) onUpdate({ type, vehicleId })
    })
  }
  return source
}

function vehicleIdIn(data: string): string | undefined {
  try {
    const { vehicleId } = JSON.parse(data)
    return typeof vehicleId === 'string' ? vehicleId : undefined
  } catch {
    // Something between the page and the backend has written there.
    return undefined
  }
}
