// Version 2 in the demo: a code for an endpoint of its own, and tokens in a vault.

import { Hono } from 'hono'
import {
  createExchangeHandler,
  createSessionHandler,
  createTokenVault,
  type ExchangeHandlerOptions,
  type MachineCredentials,
  type Store,
} from 'smartcar-connect-server'
import type { Cars } from './car.ts'
import { type Garage, randomId } from './garage.ts'
import { createGarageCars } from './garage-cars.ts'
import { problem } from './problem.ts'
import { createVehicleApi, type Fetch } from './vehicle-api.ts'

/** Options of {@link createCodeApi}: what the demo does not decide itself. */
export type CodeApiOptions = Pick<ExchangeHandlerOptions<Cars>, 'clientId' | 'now' | 'onEvent'> & {
  /** The application's secret. */
  clientSecret: string
  /** The credentials of version 3, which say whether a person really signed in again. */
  machine: MachineCredentials
  /** Where the simulator answers, for tokens and vehicles alike. */
  simulator: string
  /** The origin of the demo's page. */
  appOrigin: string
  /** Finds the garage of a request. */
  findGarage: (request: Request) => Garage | undefined
  /** Where sessions, tokens and the outcomes of exchanges are kept. */
  store: Store
  /** The network. */
  fetch: Fetch
}

// The page asks for the same where it makes the address itself.
const scope = ['required:read_vehicle_info', 'read_odometer', 'read_battery']

const noStore = { headers: { 'cache-control': 'no-store' } }

/** Creates the part of the demo's backend that is for version 2. */
export function createCodeApi(options: CodeApiOptions): Hono {
  const { appOrigin, findGarage, machine, ...provider } = options
  const app = {
    ...provider,
    redirectUri: `${appOrigin}/smartcar-redirect.html`,
    origins: appOrigin,
    appSession: (request: Request) => findGarage(request)?.user,
  }
  // The garages end with this process, so a key that does is enough; an app keeps its keys.
  const vault = createTokenVault({ ...provider, keys: [{ kid: 'demo', secret: randomId() }] })
  const cars = createGarageCars(vault, createVehicleApi(provider.simulator, provider.fetch))

  function requireGarage(request: Request): Garage {
    const garage = findGarage(request)
    if (garage === undefined) throw new Error('The app session has ended.')
    return garage
  }

  const exchange = createExchangeHandler<Cars>({
    ...app,
    async onTokens(tokens, { request, vehicles }) {
      const garage = requireGarage(request)
      const vehicleIds = vehicles.map(({ id }) => id)
      await cars.add(garage, tokens, vehicleIds)
      return cars.readAll(garage)
    },
  })

  // Signing in to a car again needs a session of the server's: only with it can the provider be asked
  // whether the person really went there.
  const signInAgain = createExchangeHandler<Cars>({
    ...app,
    requireSession: true,
    machine,
    onReauthenticated: (_, { request }) => cars.readAll(requireGarage(request)),
  })

  // For `?session=server` and for signing in again: state and address are made here.
  const session = createSessionHandler({
    ...app,
    params({ request, vehicleId }) {
      if (vehicleId === undefined) return { mode: 'simulated', scope }
      if (!findGarage(request)?.cars.has(vehicleId)) throw new Error('Not a car of this garage.')
      return { vehicleId }
    },
  })

  return new Hono()
    .post('/api/code/exchange', ({ req: { raw: request } }) =>
      // Before the code is spent: without an app session there is no garage for the car.
      findGarage(request)
        ? exchange(request)
        : problem(401, 'Unauthorized', 'There is no session yet. Reload the page and try again.'),
    )
    .post('/api/code/sign-in-again', ({ req }) => signInAgain(req.raw))
    .post('/api/code/session', ({ req }) => session(req.raw))
    .get('/api/cars', async ({ req }) =>
      Response.json(await cars.readAll(requireGarage(req.raw)), noStore),
    )
    .delete('/api/cars/:id', async ({ req }) => {
      const garage = findGarage(req.raw)
      const id = req.param('id')
      if (!garage?.cars.has(id)) {
        return problem(404, 'Not Found', 'This car is not connected here. Reload the page.')
      }
      await cars.remove(garage, id)
      return new Response(null, { status: 204 })
    })
}
