// The demo's backend, both ways: by a code with tokens in a vault, and by version 3.

import { Hono, type MiddlewareHandler } from 'hono'
import {
  createExchangeHandler,
  createSessionHandler,
  createTokenVault,
  isSmartcarApiError,
  isVaultError,
  type MachineCredentials,
  type OnEvent,
  type Store,
} from 'smartcar-connect-server'
import type { Cars } from './car.ts'
import { createGarages, type Garage, randomId } from './garage.ts'
import { createGarageCars } from './garage-cars.ts'
import { createLiveApi } from './live-api.ts'
import { problem } from './problem.ts'
import { readSessionId, sessionCookie } from './session-cookie.ts'
import { createVehicleApi, type Fetch, VehicleApiError } from './vehicle-api.ts'

/** Options of {@link createDemoApi}. */
export type DemoApiOptions = {
  /** Where the simulator answers, for tokens and vehicles alike. */
  simulatorUrl: string
  /** The origin of the demo's page. */
  appOrigin: string
  /** The application's id at the provider. */
  clientId: string
  /** The application's secret at the provider. */
  clientSecret: string
  /** The credentials of version 3. @default those of the simulator's demo application */
  machine?: Pick<MachineCredentials, 'clientId' | 'clientSecret'>
  /** Signs webhooks. @default that of the simulator's demo application */
  managementToken?: string
  /** Where sessions, tokens, cars, and the outcomes of exchanges and webhooks are kept. */
  store: Store
  /** The network. @default the global fetch */
  fetch?: Fetch
  /** Called with what happens in exchanges, webhooks and the vault, for logs. @default nothing is called */
  onEvent?: OnEvent
  /** The time in milliseconds since 1970. @default Date.now */
  now?: () => number
}

// The page asks for the same where it makes the address itself.
const scope = ['required:read_vehicle_info', 'read_odometer', 'read_battery']

const demoMachine = { clientId: 'client_demo', clientSecret: 'demo-machine-secret' }

const noStore = { headers: { 'cache-control': 'no-store' } }

/** Creates the demo's backend; its `fetch` takes a `Request` and answers with a `Response`. */
export function createDemoApi(options: DemoApiOptions): Hono {
  const { simulatorUrl, appOrigin, store, fetch: send = request => fetch(request) } = options
  const garages = createGarages()

  function findGarage(request: Request): Garage | undefined {
    return garages.find(readSessionId(request))
  }

  const machine = options.machine ?? demoMachine
  const provider = {
    clientId: options.clientId,
    clientSecret: options.clientSecret,
    simulator: simulatorUrl,
    store,
    fetch: send,
    ...(options.onEvent && { onEvent: options.onEvent }),
    ...(options.now && { now: options.now }),
  }
  const app = {
    ...provider,
    redirectUri: `${appOrigin}/smartcar-redirect.html`,
    origins: appOrigin,
    appSession: (request: Request) => findGarage(request)?.user,
  }
  // The garages end with this process, so a key that does is enough; an app keeps its keys.
  const vault = createTokenVault({ ...provider, keys: [{ kid: 'demo', secret: randomId() }] })
  const cars = createGarageCars(vault, createVehicleApi(simulatorUrl, send))

  function requireGarage(sessionId: string): Garage {
    const garage = garages.find(sessionId)
    if (garage === undefined) throw new Error('The app session ended during the exchange.')
    return garage
  }

  const exchange = createExchangeHandler<Cars>({
    ...app,
    async onTokens(tokens, { appSession, vehicles }) {
      const garage = requireGarage(appSession)
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
    onReauthenticated: (_, { appSession }) => cars.readAll(requireGarage(appSession)),
  })

  // For `?session=server` and for signing in again: state and address are made here.
  const session = createSessionHandler({
    ...app,
    params({ appSession, vehicleId }) {
      if (vehicleId === undefined) return { mode: 'simulated', scope }
      if (!garages.find(appSession)?.cars.has(vehicleId)) {
        throw new Error('Not a car of this garage.')
      }
      return { vehicleId }
    },
  })

  const { clientId, onEvent, now, managementToken = 'demo-management-token' } = options
  const live = createLiveApi({
    applicationId: clientId,
    api: machine,
    simulator: simulatorUrl,
    appOrigin,
    managementToken,
    user: request => findGarage(request)?.user,
    store,
    fetch: send,
    ...(now && { clock: { now, sleep } }),
    ...(onEvent && { onEvent }),
  })

  /** The first request of a page starts its app session. */
  const startSession: MiddlewareHandler = async ({ req }, next) => {
    if (findGarage(req.raw)) return next()
    const response = Response.json({ cars: [] } satisfies Cars, noStore)
    const cookie = sessionCookie(garages.start(), appOrigin.startsWith('https:'))
    response.headers.set('set-cookie', cookie)
    return response
  }

  return new Hono()
    .get('/api/health', context => context.json({ status: 'ok' }))
    .post('/api/code/exchange', ({ req: { raw: request } }) =>
      // Before the code is spent: without an app session there is no garage for the car.
      findGarage(request)
        ? exchange(request)
        : problem(401, 'Unauthorized', 'There is no session yet. Reload the page and try again.'),
    )
    .post('/api/code/sign-in-again', ({ req }) => signInAgain(req.raw))
    .post('/api/code/session', ({ req }) => session(req.raw))
    .get('/api/live-cars', startSession)
    .get('/api/cars', startSession, async ({ req }) => {
      const garage = findGarage(req.raw)
      return Response.json(garage ? await cars.readAll(garage) : { cars: [] }, noStore)
    })
    .delete('/api/cars/:id', async ({ req }) => {
      const garage = findGarage(req.raw)
      const id = req.param('id')
      if (!garage?.cars.has(id)) {
        return problem(404, 'Not Found', 'This car is not connected here. Reload the page.')
      }
      await cars.remove(garage, id)
      return new Response(null, { status: 204 })
    })
    .route('/', live)
    .notFound(() => problem(404, 'Not Found', 'There is nothing at this address.'))
    .onError(error =>
      error instanceof VehicleApiError || isVaultError(error) || isSmartcarApiError(error)
        ? problem(502, 'Bad Gateway', 'The provider gave no usable answer. Try again in a moment.')
        : problem(
            500,
            'Internal Server Error',
            'Something went wrong here. Try again in a moment.',
          ),
    )
}

function sleep(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms))
}
