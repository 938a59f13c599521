// What a store must do so that each event of a webhook is handled once.

/** What came of the claim of an event. */
export type EventClaim =
  /** This caller handles it. */
  | { status: 'claimed'; lease: string }
  /** Another caller handles it now. */
  | { status: 'pending' }
  /** It was handled. */
  | { status: 'done' }

/**
 * Remembers the events of webhooks for all processes that share the store. Every method is one atomic
 * step and rejects when the store fails. What was finished is durable once the method has resolved; a
 * claim may be lost with the power, for then nobody works on the event any more.
 */
export type WebhookEventStore = {
  /** Throws or rejects with a `TypeError` when the store is set up so that it cannot be used here. */
  check?: (() => void | Promise<void>) | undefined
  /**
   * Claims an event. Of any number of parallel callers exactly one gets it, and again only after its
   * lease ended or it was released. Forgets events that are older than `keepMs`.
   *
   * @param eventId up to 256 characters of ASCII that can be printed.
   * @param leaseMs how long the lease holds. One that ends further away than twice this time was given
   * before the clock was set back, and holds no more.
   */
  claimEvent(eventId: string, leaseMs: number, keepMs: number): Promise<EventClaim>
  /** Marks an event as handled. @returns `false` when the lease was lost; nothing is written then. */
  finishEvent(eventId: string, lease: string): Promise<boolean>
  /** Ends the lease without a change, if it is still this one, so that the next delivery is handled. */
  releaseEvent(eventId: string, lease: string): Promise<void>
}
