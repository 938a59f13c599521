// The demo's backend: keeps the tokens in a vault, answers with data.
import { Hono } from 'hono'
import {
  type ConnectionRef,
  createExchangeHandler,
  createSessionHandler,
  createTokenVault,
  isVaultError,
  type OnEvent,
  type Store,
} from 'smartcar-connect-server'
import type { Car, Cars } from './car.ts'
import { createGarages, type Garage, randomId } from './garage.ts'
import { problem } from './problem.ts'
import { readSessionId, sessionCookie } from './session-cookie.ts'
import { createVehicleApi, type Fetch, unnamed, VehicleApiError } from './vehicle-api.ts'

/** Options of {@link createDemoApi}. */
export type DemoApiOptions = {
  /** Where the simulator answers, for tokens and vehicles alike. */
  simulatorUrl: string
  /** The origin of the demo's page. */
  appOrigin: string
  clientId: string
  clientSecret: string
  store: Store
  /** @default the global fetch */
  fetch?: Fetch
  onEvent?: OnEvent
  /** @default Date.now */
  now?: () => number
}

// As the page asks for where it makes the address itself.
const scope = ['required:read_vehicle_info', 'read_odometer', 'read_battery']

const noStore = { headers: { 'cache-control': 'no-store' } }

/** Creates the demo's backend; its `fetch` takes a `Request` and answers with a `Response`. */
export const createDemoApi = (options: DemoApiOptions): Hono => {
  const { simulatorUrl, appOrigin, store, fetch: send = request => fetch(request) } = options
  const provider = {
    clientId: options.clientId,
    clientSecret: options.clientSecret,
    tokenUrl: `${simulatorUrl}/oauth/token`,
    store,
    fetch: send,
    ...(options.onEvent && { onEvent: options.onEvent }),
    ...(options.now && { now: options.now }),
  }
  const vehicles = createVehicleApi(simulatorUrl, send)
  // The sessions end with this process, so a key that does is enough; an app keeps its keys.
  const vault = createTokenVault({ ...provider, keys: [{ kid: 'demo', secret: randomId() }] })
  const garages = createGarages()
  const garageOf = (request: Request): Garage | undefined => garages.find(readSessionId(request))

  /** Uses the tokens of a grant; one that the provider refuses before its time is renewed once. */
  const withToken = async <T>(ref: ConnectionRef, use: (accessToken: string) => Promise<T>) => {
    const accessToken = await vault.getAccessToken(ref)
    try {
      return await use(accessToken)
    } catch (error) {
      if (!(error instanceof VehicleApiError) || error.status !== 401) throw error
      return use(await vault.getAccessToken(ref, { refused: accessToken }))
    }
  }
  const readCar = async ({ user, cars }: Garage, id: string): Promise<Car> => {
    const { grant, known } = cars.get(id) ?? { grant: '', known: unnamed }
    try {
      const car = await withToken({ user, connection: grant }, accessToken =>
        vehicles.readCar(accessToken, id, known),
      )
      cars.set(id, { grant, known: car })
      return car
    } catch (error) {
      if (!isVaultError(error) || error.code !== 'needs_reauth') throw error
      const { make, model, year } = known
      const figures = { odometerKm: null, battery: null }
      return { id, make, model, year, ...figures, trouble: 'connect_again' }
    }
  }
  const readCars = async (garage: Garage): Promise<Cars> => ({
    cars: await Promise.all([...garage.cars.keys()].map(id => readCar(garage, id))),
  })
  const requiredGarage = (request: Request): Garage => {
    const garage = garageOf(request)
    if (garage === undefined) throw new Error('The session ended during the exchange.')
    return garage
  }

  /** Keeps no tokens that open none of the garage's cars any more. */
  const forgetUnused = async ({ user, cars }: Garage, grant: string): Promise<void> => {
    const isUsed = [...cars.values()].some(car => car.grant === grant)
    if (!isUsed) await vault.remove({ user, connection: grant })
  }

  const exchange = createExchangeHandler<Cars>({
    ...provider,
    redirectUri: `${appOrigin}/smartcar-redirect.html`,
    origins: appOrigin,
    apiUrl: simulatorUrl,
    appSession: readSessionId,
    async onTokens(tokens, context) {
      const garage = requiredGarage(context.request)
      // One grant has one chain of refresh tokens, however many cars it opens.
      const grant = randomId()
      await vault.save({ user: garage.user, connection: grant }, tokens)
      for (const { id } of context.vehicles) {
        const replaced = garage.cars.get(id)
        garage.cars.set(id, { grant, known: replaced?.known ?? unnamed })
        if (replaced) await forgetUnused(garage, replaced.grant)
      }
      return readCars(garage)
    },
    onReauthenticated: (_, { request }) => readCars(requiredGarage(request)),
  })

  // For `?session=server`: state and address are made here instead of in the page.
  const session = createSessionHandler({
    ...provider,
    redirectUri: `${appOrigin}/smartcar-redirect.html`,
    origins: appOrigin,
    connectUrl: simulatorUrl,
    appSession: readSessionId,
    params({ request, vehicleId }) {
      if (vehicleId === undefined) return { mode: 'simulated', scope }
      if (!garageOf(request)?.cars.has(vehicleId)) throw new Error('Not a car of this garage.')
      return { vehicleId }
    },
  })

  const app = new Hono()

  app.get('/api/health', context => context.json({ status: 'ok' }))

  app.post('/api/smartcar/exchange', async context => {
    // Before the code is spent: without a session there is no one to keep the car for.
    if (garageOf(context.req.raw) === undefined) {
      return problem(401, 'Unauthorized', 'There is no session yet. Reload the page and try again.')
    }
    return exchange(context.req.raw)
  })

  app.post('/api/smartcar/session', context => session(context.req.raw))

  app.get('/api/cars', async context => {
    const garage = garageOf(context.req.raw)
    if (garage !== undefined) return Response.json(await readCars(garage), noStore)
    const response = Response.json({ cars: [] }, noStore)
    const cookie = sessionCookie(garages.start(), appOrigin.startsWith('https:'))
    response.headers.set('set-cookie', cookie)
    return response
  })

  app.delete('/api/cars/:id', async context => {
    const garage = garageOf(context.req.raw)
    const id = context.req.param('id')
    const parked = garage?.cars.get(id)
    if (garage === undefined || parked === undefined) {
      return problem(404, 'Not Found', 'This car is not connected here. Reload the page.')
    }
    const ref = { user: garage.user, connection: parked.grant }
    await withToken(ref, accessToken => vehicles.disconnect(accessToken, id)).catch(
      (error: unknown) => {
        // Dead tokens open nothing any more: what is left to do is to forget.
        if (!isVaultError(error) || error.code !== 'needs_reauth') throw error
      },
    )
    garage.cars.delete(id)
    await forgetUnused(garage, parked.grant)
    return new Response(null, { status: 204 })
  })

  app.notFound(() => problem(404, 'Not Found', 'There is nothing at this address.'))

  app.onError(error =>
    error instanceof VehicleApiError || isVaultError(error)
      ? problem(502, 'Bad Gateway', 'The provider gave no usable answer. Try again in a moment.')
      : problem(500, 'Internal Server Error', 'Something went wrong here. Try again in a moment.'),
  )
  return app
}
