// What the server makes ahead of the clicks that need it.

import { type Prepared, prepare, type SessionOptions, topicOf } from './fetch-started-session.ts'

/** Sessions of the server's making, each good for one click. */
export type Ahead = {
  /** Takes what is at hand, if it is what these options ask for and still good. */
  take(options: SessionOptions): Prepared | undefined
  /**
   * Fetches what these options ask for, unless it is at hand or on its way.
   *
   * @throws {ConnectError} as `prepare` does
   */
  fetch(options: SessionOptions): Promise<void>
}

/** Begins with nothing at hand. */
export function createAhead(): Ahead {
  let atHand: Prepared | undefined
  const onTheirWay = new Map<string, Promise<void>>()

  async function bring(options: SessionOptions, topic: string) {
    try {
      atHand = await prepare(options)
    } finally {
      onTheirWay.delete(topic)
    }
  }

  return {
    take(options) {
      if (!atHand?.fits(options)) return undefined
      const taken = atHand
      atHand = undefined
      return taken
    },
    async fetch(options) {
      if (atHand?.fits(options)) return
      const topic = topicOf(options)
      const arrival = onTheirWay.get(topic) ?? bring(options, topic)
      onTheirWay.set(topic, arrival)
      await arrival
    },
  }
}
