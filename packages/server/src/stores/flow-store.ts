// What a store must do so that a grant only counts in the session that asked for it.

/** What was asked for, fixed before the popup opened; the exchange uses this, never the request. */
export type FlowSetup = {
  /** Where codes of this session may be redeemed. */
  tokenUrl: string
  clientId: string
  redirectUri: string | null
  responseType: 'code' | 'none'
  mode: 'live' | 'simulated' | 'test'
  /** As in the URL, `required:` prefixes included; empty where the dashboard decides. */
  scope: readonly string[]
  externalId: string | null
  /** The vehicle to re-authenticate. */
  vehicleId: string | null
}

/** One session that the server started: hashes of its secrets and what was asked. */
export type Flow = {
  /** SHA-256 of the app's session and the state token. */
  keyHash: string
  /** SHA-256 of the app's session. */
  sessionHash: string
  /** SHA-256 of the cookie's value. */
  bindingHash: string
  setup: FlowSetup
  createdMs: number
  /** After this the session starts no exchange; a finished one is still replayed. */
  expiresMs: number
}

/** How many sessions one app session may start. */
export type FlowLimits = {
  /** Open at once; one more ends the oldest. */
  maxOpen: number
  /** Started within a minute; one more is refused. */
  maxPerMinute: number
}

/**
 * Remembers started sessions, for all processes that share the store. The limits may be exceeded by
 * as many starts as a database runs at the very same moment.
 */
export type FlowStore = {
  /** Remembers a flow; `false` when too many were started. */
  openFlow(flow: Flow, limits: FlowLimits): Promise<boolean>
  /** The flow, also after it expired, for half an hour from its start. */
  readFlow(keyHash: string): Promise<Flow | undefined>
}
