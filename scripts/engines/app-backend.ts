// The version 3 backend of the small app: it can hold back a session until the page's click counts no more.

import type { IncomingMessage, ServerResponse } from 'node:http'
import { toNodeListener } from '../../packages/server/src/adapters/node.ts'
import { createConnectBackend } from '../../packages/server/src/index.ts'
import { createMemoryStore } from '../../packages/server/src/stores/memory.ts'

/** Where the backend and its neighbours are. */
export type AppBackendSettings = {
  /** The origin of the simulator. */
  readonly simulator: string
  /** The origin of the page. */
  readonly origin: string
  /** The app's own redirect page, where the backend is on another origin than the page. */
  readonly redirectUri?: string | undefined
}

/** The backend, and what the page tells about its click. */
export type AppBackend = {
  /**
   * Answers a request. A path that begins with `/late/` holds back a session until the page waits for
   * it, one with `/held/` until the browser does not count the click any more.
   */
  readonly answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** The page waits for a session, and its click still counts or does not. */
  readonly hearClick: (isActive: boolean) => void
}

const loginName = 'login'

/** Reads who is signed in: the value of the login's cookie. */
export function loginOf(cookies: string | null | undefined): string | undefined {
  return new RegExp(`(?:^|; )${loginName}=([\\w-]+)`).exec(cookies ?? '')?.[1]
}

/** Writes the login's cookie for somebody new. @param more more attributes, such as its domain. */
export function newLogin(more: string): string {
  return `${loginName}=${crypto.randomUUID()}; Path=/; HttpOnly; SameSite=Lax${more}`
}

/** Creates the backend. Each exchange answers the number of cars that the user has. */
export function createAppBackend(settings: AppBackendSettings): AppBackend {
  const { simulator, origin, redirectUri } = settings
  const backend = createConnectBackend<{ number: number }>({
    applicationId: 'demo-client',
    api: { clientId: 'client_demo', clientSecret: 'demo-machine-secret' },
    simulator,
    origins: origin,
    user: ({ headers }) => loginOf(headers.get('cookie')),
    scope: ['required:read_vehicle_info', 'read_odometer'],
    mode: 'simulated',
    store: createMemoryStore(),
    onConnected: async ({ vehicles }) => ({ number: vehicles.length }),
    ...(redirectUri !== undefined && { redirectUri }),
  })
  const listener = toNodeListener(backend)
  const waiting = new Set<(isActive: boolean) => void>()

  async function untilClick(wanted: boolean): Promise<void> {
    await new Promise<void>(resolve => {
      function hear(isActive: boolean): void {
        if (isActive !== wanted) return
        waiting.delete(hear)
        resolve()
      }
      waiting.add(hear)
    })
  }

  return {
    async answer(request, response) {
      const [, first] = (request.url ?? '').split('/')
      const isSession = request.method === 'POST' && request.url?.endsWith('/session')
      if (isSession && first === 'late') await untilClick(true)
      if (isSession && first === 'held') await untilClick(false)
      await listener(request, response)
    },
    hearClick(isActive) {
      for (const hear of [...waiting]) hear(isActive)
    },
  }
}
