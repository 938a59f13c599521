// Version 3 in the demo: the backend of the library, and what the page asks for beside it.

import { Hono } from 'hono'
import {
  type ConnectBackendOptions,
  type ConnectedVehicle,
  createConnectBackend,
  guardRequest,
  isVehicleAccessError,
} from 'smartcar-connect-server'
import { liveScope } from '../src/live/live-scope.ts'
import { createLiveCars, isLiveCommand } from './live-cars.ts'
import { problem } from './problem.ts'

/** Options of {@link createLiveApi}: what the demo does not decide itself. */
export type LiveApiOptions = Pick<
  ConnectBackendOptions<readonly ConnectedVehicle[]>,
  'applicationId' | 'api' | 'simulator' | 'store' | 'fetch' | 'clock' | 'onEvent'
> & {
  /** The origin of the demo's page. */
  appOrigin: string
  /** Signs the webhooks. */
  managementToken: string
  /** Finds the user of a request. */
  user: (request: Request) => string | undefined
}

const noStore = { headers: { 'cache-control': 'no-store' } }

/** Creates the part of the demo's backend that is for version 3. */
export function createLiveApi({ appOrigin, user, ...options }: LiveApiOptions): Hono {
  const backend = createConnectBackend<readonly ConnectedVehicle[]>({
    ...options,
    user,
    origins: appOrigin,
    mode: 'simulated',
    scope: liveScope,
    // The simulator alone knows these flags; the page has them in the path.
    params: ({ request }) => ({ flags: simulatorFlags(new URL(request.url)) }),
    onConnected: ({ vehicles }) => vehicles,
  })
  const cars = createLiveCars(backend)

  return new Hono()
    .all('/api/smartcar/*', ({ req }) => backend.fetch(req.raw))
    .get('/api/live-cars/:id', async ({ req }) => {
      const car = await cars.read(user(req.raw) ?? '', req.param('id'))
      return car ? Response.json(car, noStore) : notConnected()
    })
    .post('/api/live-cars/:id/commands', async ({ req }) => {
      if (!guardRequest(req.raw, new Set([appOrigin])).ok) {
        return problem(403, 'Forbidden', 'Only the demo’s own page may send commands.')
      }
      const { command }: { command?: unknown } = Object(await req.json().catch(() => undefined))
      if (!isLiveCommand(command)) {
        return problem(400, 'Bad Request', 'There is no such command. Reload the page.')
      }
      try {
        const outcome = await cars.command(user(req.raw) ?? '', req.param('id'), command)
        return Response.json(outcome, noStore)
      } catch (error) {
        if (!isVehicleAccessError(error)) throw error
        return error.code === 'needs_reauth'
          ? problem(409, 'Conflict', 'Sign in to this car again first.')
          : notConnected()
      }
    })
}

function notConnected(): Response {
  return problem(404, 'Not Found', 'This car is not connected here. Reload the page.')
}

// Such as `…/language/de/theme/dark/scenario/coop/session`. The provider's own Connect gets none of them.
function simulatorFlags({ pathname }: URL): Record<string, string> {
  const found = pathname.matchAll(/\/(language|theme|scenario)\/([\w-]{1,64})(?=\/)/g)
  return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, value]))
}
