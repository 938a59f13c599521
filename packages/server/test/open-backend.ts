// For tests: a backend in front of the simulator, with everything that it sends and tells.

import { createHmac } from 'node:crypto'
import { createSimulator } from 'smartcar-connect-simulator'
import { expect } from 'vitest'
import { realClock } from '../src/api/api-clock.ts'
import type { BackendStore, ConnectBackendOptions } from '../src/backend/backend-options.ts'
import { createConnectBackend } from '../src/backend/connect-backend.ts'
import type { ConnectBackend } from '../src/backend/connect-backend-contract.ts'
import type { ConnectedVehicle } from '../src/backend/connected-vehicle.ts'
import type { ServerEvent } from '../src/server-event.ts'
import { createMemoryStore } from '../src/stores/memory.ts'
import { type BackendBrowser, openBrowser, pageOrigin } from './backend-browser.ts'
import { testUser } from './demo-app.ts'

/** The token that signs the webhooks of these backends. */
/** What signs the webhooks. */
export const managementToken = 'demo-management-token'

/** The permissions that these backends ask for. */
const backendScope: string[] = [
  'required:read_vehicle_info',
  'read_odometer',
  'read_battery',
  'control_charge',
]

/** An open backend. */
export type OpenedBackend = {
  simulator: ReturnType<typeof createSimulator>
  store: BackendStore
  /** The events so far. */
  told: ServerEvent[]
  /** Method and address of what was sent to the provider. */
  sent: string[]
  /** Answers in the place of the simulator's, by path. */
  answers: Map<string, (request: Request) => Promise<Response>>
  backend: ConnectBackend
  /** Delivers an event, signed as Smartcar signs it unless another signature is given. */
  deliver: (event: unknown, signature?: string) => Promise<Response>
  browser: (user: string) => BackendBrowser
}

/** Opens a backend. @param scenario how the simulator behaves. */
export function openBackend(
  more: Partial<ConnectBackendOptions<unknown>> = {},
  scenario = 'happy',
): OpenedBackend {
  const simulator = createSimulator({ scenario, wait: async () => {} })
  const store: BackendStore = more.store ?? createMemoryStore()
  const told: ServerEvent[] = []
  const sent: string[] = []
  const answers = new Map<string, (request: Request) => Promise<Response>>()
  const backend = createConnectBackend<unknown>({
    applicationId: 'demo-client',
    api: { clientId: 'client_demo', clientSecret: 'demo-machine-secret' },
    simulator: 'http://localhost:4010',
    fetch: request => {
      const { pathname, search } = new URL(request.url)
      sent.push(`${request.method} ${pathname}${search}`)
      return (answers.get(pathname) ?? simulator.fetch)(request)
    },
    origins: pageOrigin,
    user: testUser,
    scope: backendScope,
    store,
    managementToken,
    clock: { ...realClock, sleep: async () => {} },
    onEvent: event => told.push(event),
    ...more,
  } as ConnectBackendOptions<unknown>)

  function deliver(event: unknown, signature?: string): Promise<Response> {
    const body = typeof event === 'string' ? event : JSON.stringify(event)
    const own = createHmac('sha256', managementToken).update(body).digest('hex')
    const headers = { 'sc-signature': signature ?? own }
    const address = `${pageOrigin}/api/smartcar/webhook`
    return backend.fetch(new Request(address, { method: 'POST', headers, body }))
  }

  return {
    simulator,
    store,
    told,
    sent,
    answers,
    backend,
    deliver,
    browser: (user: string) => openBrowser(backend, simulator.fetch, user),
  }
}

/** The vehicles in an answer that is a success. */
export async function vehiclesOf(response: Response): Promise<ConnectedVehicle[]> {
  expect([response.status, await response.clone().text()]).toEqual([200, expect.any(String)])
  return (await response.json()) as ConnectedVehicle[]
}
