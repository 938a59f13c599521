// What a store must do so that tokens are kept sealed and refreshed one at a time.

/** A connection as it is stored: hashes to find it, sealed texts, and when the tokens end. */
export type ConnectionRecord = {
  /** SHA-256 of tenant, user and connection. */
  idHash: string
  /** SHA-256 of tenant and user. */
  ownerHash: string
  /** A random text, new with every write of tokens. The sealed texts are bound to it. */
  revision: string
  /** The name of the key in the key ring that wraps `wrappedKey`. */
  kid: string
  /** The key of this record, wrapped by a key of the key ring. */
  wrappedKey: string
  /** Sealed: tenant, user and connection, so that they can be listed. */
  identity: string
  /** Sealed: the access token. */
  accessToken: string
  /** Sealed: the refresh token. */
  refreshToken: string
  /** When to stop using the access token, in milliseconds since 1970. */
  accessExpiresAtMs: number
  /** When the person must connect again, in milliseconds since 1970. */
  refreshExpiresAtMs: number
  /** `needs_reauth` once the provider has refused the refresh token. */
  status: 'active' | 'needs_reauth'
}

/**
 * Keeps connections.
 *
 * Every method is one atomic step for all processes that share the store, is durable once it has
 * resolved, and rejects when the store fails.
 */
export type ConnectionStore = {
  /** Throws or rejects when the store cannot be used here; with a `TypeError` if it is set up wrongly. */
  check?: (() => void | Promise<void>) | undefined
  /** Writes a connection. It replaces an older one and ends its lease in the same write. */
  saveConnection(record: ConnectionRecord): Promise<void>
  /** Returns one connection. */
  readConnection(idHash: string): Promise<ConnectionRecord | undefined>
  /** Returns all connections of an owner. */
  listConnections(ownerHash: string): Promise<ConnectionRecord[]>
  /** Deletes a connection; `false` when there was none. */
  deleteConnection(idHash: string): Promise<boolean>
  /**
   * Leases the right to refresh this revision. Checking revision, status and other leases and
   * writing the lease must be one atomic step: of any number of parallel callers exactly one gets
   * it.
   *
   * @param leaseMs how long the lease holds, in milliseconds; after that another caller may get it.
   * A lease that ends further away than twice this time was given before the clock was set back, and
   * holds no more.
   * @returns the lease, or `undefined` when another caller holds one, the revision is outdated, or
   * the connection needs a new sign-in.
   */
  leaseConnection(idHash: string, revision: string, leaseMs: number): Promise<string | undefined>
  /**
   * Replaces the tokens and ends the lease. Comparing the lease and writing both must be one atomic
   * step.
   *
   * @returns `false` when the lease was lost; nothing is written then.
   */
  rotateConnection(lease: string, record: ConnectionRecord): Promise<boolean>
  /**
   * Marks the connection as `needs_reauth` and ends the lease. Comparing the lease and writing must
   * be one atomic step.
   *
   * @returns `false` when the lease was lost; nothing is written then.
   */
  retireConnection(idHash: string, lease: string): Promise<boolean>
  /** Ends the lease without a change, if it is still this one. */
  releaseConnection(idHash: string, lease: string): Promise<void>
  /**
   * Returns connections whose key is not wrapped by the key `kid`, at most `limit`, in the order of
   * `kid` and then `idHash`. It must not read those that are wrapped by `kid`, because there may be
   * millions of them.
   *
   * @param after returns only what comes behind this one.
   */
  connectionsToRewrap(
    kid: string,
    limit: number,
    after?: Pick<ConnectionRecord, 'kid' | 'idHash'> | undefined,
  ): Promise<ConnectionRecord[]>
  /**
   * Replaces the wrapped key of a revision. Comparing the revision and writing must be one atomic
   * step.
   *
   * @returns `false` when the revision is outdated; nothing is written then.
   */
  rewrapConnection(
    record: Pick<ConnectionRecord, 'idHash' | 'revision' | 'kid' | 'wrappedKey'>,
  ): Promise<boolean>
}
