// What is on its way to receivers right now. It is not kept: what was not answered is sent again.

/** The deliveries that run, and the timer of the next one. */
export type Outbox = {
  /** What runs, by the key of the delivery or of the verification. */
  readonly running: Map<string, Promise<void>>
  /** Stops the timer of the next attempt, while there is one. */
  stopTimer: (() => void) | undefined
  /** The ids of the subscriptions whose signals are to be compared as soon as there is room. */
  readonly uncompared: Set<string>
}

/** Makes an outbox with nothing on its way. */
export function emptyOutbox(): Outbox {
  return { running: new Map(), stopTimer: undefined, uncompared: new Set() }
}
