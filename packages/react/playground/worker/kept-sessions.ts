// What the backend must still know when the browser has ended its idle worker and started it again.

import { type BackendStore, createMemoryStore } from 'smartcar-connect-server'
import { type CookieJar, createCookieJar } from './cookie-jar.ts'

type StartedSession = Parameters<BackendStore['saveStartedSession']>[0]

type Kept = {
  readonly cookies: ReturnType<CookieJar['entries']>
  readonly sessions: readonly StartedSession[]
}

/** A store and a jar, and what writes them down. */
export type KeptSessions = {
  /** For the backend. Vehicles and outcomes in it are forgotten with the worker. */
  readonly store: BackendStore
  /** The browser's cookies. */
  readonly jar: CookieJar
  /** Writes down the sessions that are under way. */
  save(): Promise<void>
}

const cacheName = 'smartcar-connect-playground'
const keptMs = 30 * 60_000
// They were counted when they were started.
const noLimits = { maxOpen: 100, maxPerMinute: 1000 }

/** Reads what was kept, if there is something. */
export async function readKeptSessions(home: URL): Promise<KeptSessions> {
  const cache = await caches.open(cacheName)
  const address = new URL('playground-sessions', home)
  const kept: Kept | undefined = await (await cache.match(address))?.json()
  const memory = createMemoryStore()
  const jar = createCookieJar(kept?.cookies ?? [])
  let sessions = kept?.sessions ?? []
  for (const session of sessions) await memory.saveStartedSession(session, noLimits)
  return {
    jar,
    store: {
      ...memory,
      async saveStartedSession(session, limits) {
        const isSaved = await memory.saveStartedSession(session, limits)
        const young = sessions.filter(({ createdMs }) => createdMs > Date.now() - keptMs)
        if (isSaved) sessions = [...young, session]
        return isSaved
      },
    },
    async save() {
      const now: Kept = { cookies: jar.entries(), sessions }
      await cache.put(address, Response.json(now))
    },
  }
}
