// What was granted, and the codes and tokens that lead to it.

/** What one authorization gave to an application. */
export type Grant = {
  /** Unguessable; codes and tokens refer to it. */
  readonly id: string
  /** The application. */
  readonly clientId: string
  /** The user whose vehicles they are. */
  readonly userId: string
  /** The vehicles that are still connected through this grant. */
  vehicleIds: string[]
  /** The names of the permissions that were granted. */
  readonly permissions: readonly string[]
  /** The scenario that the authorization followed; its tokens and vehicles follow it too. */
  readonly scenario: string
}

/** An authorization code, usable once. */
export type CodeRecord = {
  /** The grant that the code gives tokens for. */
  readonly grantId: string
  /** The application that may redeem it. */
  readonly clientId: string
  /** The redirect URI that has to come with it. */
  readonly redirectUri: string
  /** When it expires, by the simulator's clock. */
  readonly expiresAtMs: number
  /** Whether it was redeemed. A second try revokes the grant. */
  used: boolean
}

/** An access token of a grant. */
export type AccessToken = {
  /** The grant that the token opens. */
  readonly grantId: string
  /** When it expires, by the simulator's clock. */
  readonly expiresAtMs: number
}

/** A refresh token of a grant. */
export type RefreshToken = {
  /** The grant that the token gives new tokens for. */
  readonly grantId: string
  /** The application that may use it. */
  readonly clientId: string
  /** When it expires, by the simulator's clock. */
  readonly expiresAtMs: number
  /** When it was first replaced by a newer one; from then on it works for the grace only. */
  replacedAtMs?: number
}

/** A token of a machine, which reaches every user of its application. */
export type MachineToken = {
  /** The application of the machine. */
  readonly clientId: string
  /** When it expires, by the simulator's clock. */
  readonly expiresAtMs: number
}
