// Which cars an app session has, and by which grant each was connected.

import type { CarName } from './car-name.ts'

/** A car of a garage. */
export type ParkedCar = {
  /** The grant whose tokens open it, as the vault knows it. */
  grant: string
  /** What it was called when it was last read. */
  known: CarName
}

/** The cars of one app session. Their tokens are in the vault. */
export type Garage = {
  /** The owner of the tokens, as the vault knows it. */
  user: string
  /** The cars by vehicle id. */
  cars: Map<string, ParkedCar>
}

/** The garages by app session. */
export type Garages = {
  /** The garage of an app session, or `undefined` for an unknown or missing id. */
  find(sessionId: string | undefined): Garage | undefined
  /** Starts an app session with an empty garage, and returns its unguessable id. */
  start(): string
}

const maxAppSessions = 1000

/** 256 random bits as text. */
export function randomId(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')
}

/** Creates the app sessions of one server process; the oldest one ends when there are too many. */
export function createGarages(): Garages {
  const garages = new Map<string, Garage>()
  return {
    find: sessionId => (sessionId === undefined ? undefined : garages.get(sessionId)),
    start() {
      const oldest = garages.keys().next().value
      if (garages.size >= maxAppSessions && oldest !== undefined) garages.delete(oldest)
      const id = randomId()
      garages.set(id, { user: id, cars: new Map() })
      return id
    },
  }
}
