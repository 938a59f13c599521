// The app's own backend, in the service worker: `createConnectBackend`, as on a server.

import { createConnectBackend } from 'smartcar-connect-server'
import { applicationAt, redirectUriAt } from '../simulator/application.ts'
import { readSettings } from '../simulator/backend-settings.ts'
import { type KeptSessions, readKeptSessions } from './kept-sessions.ts'
import { PageRequest } from './page-request.ts'

type Backend = ReturnType<typeof createConnectBackend>

/** Answers one request below the backend's path. */
export type PlaygroundBackend = (request: Request) => Promise<Response>

/**
 * Makes the backend: one for each way to set it up, with one store.
 *
 * @param fetch asks the simulator
 */
export function createPlaygroundBackend(
  home: URL,
  fetch: (request: Request) => Promise<Response>,
): PlaygroundBackend {
  const backends = new Map<string, Backend>()
  let waking: Promise<KeptSessions> | undefined

  async function wake(): Promise<KeptSessions> {
    try {
      const kept = await readKeptSessions(home)
      catchCookies(kept)
      return kept
    } catch (error) {
      // The next request tries again.
      waking = undefined
      throw error
    }
  }

  function backendOf(part: string, { store }: KeptSessions): Backend {
    const { person, applicationId, params } = readSettings(part)
    const { scope, mode, ...others } = params
    const { machine } = applicationAt(home)
    return createConnectBackend({
      simulator: home.origin,
      fetch,
      applicationId,
      api: machine,
      origins: home.origin,
      redirectUri: redirectUriAt(home),
      user: () => person,
      store,
      mode: mode === 'simulated' ? 'simulated' : 'live',
      ...(scope && { scope }),
      params: () => withoutUndefined(others),
    })
  }

  return async request => {
    waking ??= wake()
    const kept = await waking
    const part = new URL(request.url).pathname.split('/').at(-2) ?? ''
    const backend = backends.get(part) ?? backendOf(part, kept)
    backends.set(part, backend)
    const page = new PageRequest(request, await request.text(), kept.jar.header())
    const response = await backend.fetch(page)
    // The answer is as good without: what is not written down is lost only if the worker ends now.
    await kept.save().catch(() => {})
    return response
  }
}

/** Hands every `Set-Cookie` to the jar: on a worker's response the browser drops it without a word. */
function catchCookies({ jar }: KeptSessions): void {
  const { append } = Headers.prototype
  Headers.prototype.append = function (name, value) {
    if (name === 'set-cookie') jar.take(value)
    append.call(this, name, value)
  }
}

type Given<T> = { [name in keyof T]?: Exclude<T[name], undefined> }

function withoutUndefined<T extends object>(values: T): Given<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Given<T>
}
