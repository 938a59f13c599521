// Everything the simulator remembers, as plain data that can be written to a file and read again.
import type { Vehicle, VehicleMode } from '../world/vehicle.ts'
import type { Attempt } from './attempt.ts'
import type { JournalEntry } from './journal.ts'

/** What one authorisation gave to an application. */
export type Grant = {
  readonly id: string
  readonly clientId: string
  readonly userId: string
  /** Vehicles that are still connected through this grant. */
  vehicleIds: string[]
  readonly permissions: readonly string[]
  /** The scenario that the authorisation followed; tokens and vehicles follow it too. */
  readonly scenario: string
}

/** An authorization code, usable once. */
export type CodeRecord = {
  readonly grantId: string
  readonly clientId: string
  readonly redirectUri: string
  readonly expiresAtMs: number
  used: boolean
}

/** An access token of a grant. */
export type AccessToken = { readonly grantId: string; readonly expiresAtMs: number }

/** A refresh token of a grant. `replacedAtMs` is set when it was used. */
export type RefreshToken = {
  readonly grantId: string
  readonly clientId: string
  readonly expiresAtMs: number
  replacedAtMs?: number
}

/** A token of a machine, which reaches every user of its application. */
export type MachineToken = { readonly clientId: string; readonly expiresAtMs: number }

/** A vehicle that an application is connected to. */
export type Connection = {
  readonly id: string
  readonly clientId: string
  readonly userId: string
  readonly vehicleId: string
  permissions: readonly string[]
  mode: VehicleMode
  connectedAtMs: number
  /** When it appears in lists; later than connected in the lagging scenario. */
  visibleAtMs: number
  /** The scenario that the authorisation followed. */
  readonly scenario: string
  /** Set while the person has to sign in again. */
  needsReauthentication: boolean
}

/** What is known about a user of an application. */
export type User = {
  readonly id: string
  readonly clientId: string
  externalId?: string
  /** The permissions that were approved before, by mode and brand; for `approval_prompt=auto`. */
  approvals: Record<string, { permissions: readonly string[]; vehicleIds: readonly string[] }>
}

/** All of it. Maps keep the order in which things were added. */
export type State = {
  scenario: string
  clockOffsetMs: number
  readonly attempts: Map<string, Attempt>
  readonly codes: Map<string, CodeRecord>
  readonly grants: Map<string, Grant>
  readonly accessTokens: Map<string, AccessToken>
  readonly refreshTokens: Map<string, RefreshToken>
  readonly machineTokens: Map<string, MachineToken>
  readonly connections: Map<string, Connection>
  readonly users: Map<string, User>
  readonly vehicles: Map<string, Vehicle>
  journal: JournalEntry[]
  /** How many requests were seen in all, including those no longer in the journal. */
  journalTotal: number
}

/** A state in which nothing has happened yet. */
export function emptyState(scenario: string): State {
  return {
    scenario,
    clockOffsetMs: 0,
    attempts: new Map(),
    codes: new Map(),
    grants: new Map(),
    accessTokens: new Map(),
    refreshTokens: new Map(),
    machineTokens: new Map(),
    connections: new Map(),
    users: new Map(),
    vehicles: new Map(),
    journal: [],
    journalTotal: 0,
  }
}

/** Adds to a map and forgets the oldest entries beyond a limit, so that memory stays bounded. */
export function remember<T>(map: Map<string, T>, key: string, value: T, limit = 20_000): void {
  map.set(key, value)
  if (map.size <= limit) return
  const oldest = map.keys().next().value
  if (oldest !== undefined) map.delete(oldest)
}
