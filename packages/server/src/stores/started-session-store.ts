// What a store must do so that a grant counts only in the session that asked for it.

/**
 * What a session asks for, fixed before the popup opens. The exchange compares the grant with this,
 * never with anything that the browser says.
 */
export type SessionSetup = {
  /** The token endpoint where codes of this session may be redeemed. */
  tokenUrl: string
  /** The application that asks. */
  clientId: string
  /** The redirect URI of the authorize request. */
  redirectUri: string | null
  /**
   * The one kind of grant that completes the session: an authorization code, the id of a person
   * (`response_type=none`), or the id of a vehicle that was signed in to again.
   */
  grantKind: 'code' | 'user' | 'vehicle'
  /**
   * The mode that vehicles must have; `test` is the older name of `simulated`. `null` for a new
   * sign-in, which asks for none.
   */
  mode: 'live' | 'simulated' | 'test' | null
  /** Permissions as in the URL, `required:` included; empty where the dashboard decides. */
  scope: readonly string[]
  /** The app's own id for this person, by which the connection is found again. */
  externalId: string | null
  /** The vehicle to sign in to again. */
  vehicleId: string | null
  /** The VIN of the one vehicle that may be connected. */
  vin: string | null
}

/** One session that the server started: hashes of its secrets, and what it asks for. */
export type StartedSession = {
  /** SHA-256 of the app session and the state token together. */
  keyHash: string
  /** SHA-256 of the app session, for the limits. */
  appSessionHash: string
  /** SHA-256 of the cookie that binds the session to one browser. */
  bindingHash: string
  /** What the session asks for. */
  setup: SessionSetup
  /** When it was started, in milliseconds since 1970. */
  createdMs: number
  /** When it can start no exchange any more. An outcome is still replayed after that. */
  expiresMs: number
}

/** How many sessions one app session may start. */
export type StartedSessionLimits = {
  /** The most sessions open at once; one more ends the oldest. */
  maxOpen: number
  /** The most sessions started within a minute; one more is refused. */
  maxPerMinute: number
}

/**
 * Remembers started sessions for all processes that share the store. Every method rejects when the
 * store fails.
 */
export type StartedSessionStore = {
  /** Throws or rejects with a `TypeError` when the store is set up so that it cannot be used here. */
  check?: (() => void | Promise<void>) | undefined
  /**
   * Remembers a session, unless its app session has started too many within the last minute, and
   * ends the oldest open ones beyond `maxOpen`. A session whose exchange was claimed is not open.
   *
   * Counting and writing must be one atomic step, so that parallel starts cannot pass the limit.
   * Starts that a database runs at the very same moment may exceed it by their number.
   *
   * @returns `false` when too many were started; nothing is written then.
   */
  saveStartedSession(session: StartedSession, limits: StartedSessionLimits): Promise<boolean>
  /**
   * Returns the session, even after it expired, for half an hour from its start. It must return
   * what was written by any process as soon as `saveStartedSession` has resolved there.
   */
  readStartedSession(keyHash: string): Promise<StartedSession | undefined>
}
