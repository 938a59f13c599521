// Which cars a browser session has, and by which grant each was connected.
import type { Attributes } from './vehicle-api.ts'

/** A car of a session: the grant whose tokens open it, and what it was called last. */
export type ParkedCar = { grant: string; known: Attributes }

/** The cars of one browser session by vehicle id. The tokens are in the vault. */
export type Garage = { user: string; cars: Map<string, ParkedCar> }

/** The garages by session. */
export type Garages = {
  /** The garage of a session, or `undefined` for an unknown or missing id. */
  find(sessionId: string | undefined): Garage | undefined
  /** Starts a session and returns its unguessable id. */
  start(): string
}

const maxSessions = 1000

/** 256 random bits as text. */
export const randomId = (): string =>
  Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')

/** Creates the sessions of one server process; the oldest makes room when there are too many. */
export const createGarages = (): Garages => {
  const garages = new Map<string, Garage>()
  return {
    find: sessionId => (sessionId === undefined ? undefined : garages.get(sessionId)),
    start() {
      const oldest = garages.keys().next().value
      if (garages.size >= maxSessions && oldest !== undefined) garages.delete(oldest)
      const id = randomId()
      garages.set(id, { user: id, cars: new Map() })
      return id
    },
  }
}
