// Who may read which car with which tokens: one garage per session, in memory.
import type { Tokens } from 'smartcar-connect-server'

/** The cars of one browser session: vehicle id → tokens. They never leave the server. */
export type Garage = Map<string, Tokens>

/** The garages by session. */
export type Garages = {
  /** The garage of a session, or `undefined` for an unknown or missing id. */
  find(sessionId: string | undefined): Garage | undefined
  /** Starts a session and returns its unguessable id. */
  start(): string
}

const maxSessions = 1000

/** Creates the sessions of one server process; the oldest makes room when there are too many. */
export const createGarages = (): Garages => {
  const garages = new Map<string, Garage>()
  return {
    find: sessionId => (sessionId === undefined ? undefined : garages.get(sessionId)),
    start() {
      const oldest = garages.keys().next().value
      if (garages.size >= maxSessions && oldest !== undefined) garages.delete(oldest)
      const id = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')
      garages.set(id, new Map())
      return id
    },
  }
}
