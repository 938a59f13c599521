// What a store must do so that tokens are kept sealed and refreshed one at a time.

/** A connection as it is stored: hashes to find it, sealed texts, and when they end. */
export type ConnectionRecord = {
  /** SHA-256 of tenant, user and connection. */
  idHash: string
  /** SHA-256 of tenant and user. */
  ownerHash: string
  /** Random, new with every write of tokens; the sealed texts are bound to it. */
  revision: string
  /** Which key of the ring wraps `wrappedKey`. */
  kid: string
  wrappedKey: string
  /** Sealed: tenant, user and connection, so that they can be listed. */
  identity: string
  /** Sealed. */
  accessToken: string
  /** Sealed. */
  refreshToken: string
  accessExpiresAtMs: number
  refreshExpiresAtMs: number
  status: 'active' | 'needs_reauth'
}

/** Keeps connections; every method is atomic across processes and durable once it resolves. */
export type ConnectionStore = {
  /** Writes a connection, replacing an older one and ending its lease. */
  saveConnection(record: ConnectionRecord): Promise<void>
  readConnection(idHash: string): Promise<ConnectionRecord | undefined>
  listConnections(ownerHash: string): Promise<ConnectionRecord[]>
  /** `false` when there was none. */
  deleteConnection(idHash: string): Promise<boolean>
  /** Takes the right to refresh this revision; `undefined` when another has it or it is outdated. */
  leaseConnection(idHash: string, revision: string, leaseMs: number): Promise<string | undefined>
  /** Replaces the tokens and ends the lease, in one write; `false` when the lease was lost. */
  rotateConnection(lease: string, record: ConnectionRecord): Promise<boolean>
  /** Marks the connection as dead and ends the lease; `false` when the lease was lost. */
  retireConnection(idHash: string, lease: string): Promise<boolean>
  /** Ends the lease without a change. */
  releaseConnection(idHash: string, lease: string): Promise<void>
  /** Connections whose key is wrapped by another key than `kid`, at most `limit`. */
  connectionsToRewrap(kid: string, limit: number): Promise<ConnectionRecord[]>
  /** Replaces the wrapped key of a revision; `false` when the revision is outdated. */
  rewrapConnection(
    record: Pick<ConnectionRecord, 'idHash' | 'revision' | 'kid' | 'wrappedKey'>,
  ): Promise<boolean>
}
