// The demo's backend: keeps the tokens, answers with data.
import { Hono } from 'hono'
import { createExchangeHandler, type OnEvent } from 'smartcar-connect-server'
import type { Car, Cars } from './car.ts'
import { createGarages, type Garage } from './garage.ts'
import { problem } from './problem.ts'
import { readSessionId, sessionCookie } from './session-cookie.ts'
import { createVehicleApi, type Fetch, VehicleApiError } from './vehicle-api.ts'

/** Options of {@link createDemoApi}. */
export type DemoApiOptions = {
  /** Where the simulator answers, for tokens and vehicles alike. */
  simulatorUrl: string
  /** The origin of the demo's page. */
  appOrigin: string
  clientId: string
  clientSecret: string
  /** @default the global fetch */
  fetch?: Fetch
  onEvent?: OnEvent
}

const noStore = { headers: { 'cache-control': 'no-store' } }

/** Creates the demo's backend; its `fetch` takes a `Request` and answers with a `Response`. */
export const createDemoApi = (options: DemoApiOptions): Hono => {
  const { simulatorUrl, appOrigin, fetch: send = request => fetch(request) } = options
  const vehicles = createVehicleApi(simulatorUrl, send)
  const garages = createGarages()
  const garageOf = (request: Request): Garage | undefined => garages.find(readSessionId(request))

  const readCars = (garage: Garage): Promise<Car[]> =>
    Promise.all([...garage].map(([id, tokens]) => vehicles.readCar(tokens.accessToken, id)))

  const exchange = createExchangeHandler<Cars>({
    clientId: options.clientId,
    clientSecret: options.clientSecret,
    redirectUri: `${appOrigin}/smartcar-redirect.html`,
    origins: appOrigin,
    tokenUrl: `${simulatorUrl}/oauth/token`,
    apiUrl: simulatorUrl,
    fetch: send,
    ...(options.onEvent && { onEvent: options.onEvent }),
    async onTokens(tokens, { request }) {
      const garage = garageOf(request)
      if (garage === undefined) throw new Error('The session ended during the exchange.')
      for (const id of await vehicles.vehicleIds(tokens.accessToken)) garage.set(id, tokens)
      return { cars: await readCars(garage) }
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

  app.get('/api/cars', async context => {
    const garage = garageOf(context.req.raw)
    if (garage !== undefined) return Response.json({ cars: await readCars(garage) }, noStore)
    const response = Response.json({ cars: [] }, noStore)
    response.headers.set(
      'set-cookie',
      sessionCookie(garages.start(), appOrigin.startsWith('https:')),
    )
    return response
  })

  app.delete('/api/cars/:id', async context => {
    const garage = garageOf(context.req.raw)
    const id = context.req.param('id')
    const tokens = garage?.get(id)
    if (garage === undefined || tokens === undefined) {
      return problem(404, 'Not Found', 'This car is not connected here. Reload the page.')
    }
    await vehicles.disconnect(tokens.accessToken, id)
    garage.delete(id)
    return new Response(null, { status: 204 })
  })

  app.notFound(() => problem(404, 'Not Found', 'There is nothing at this address.'))

  app.onError(error =>
    error instanceof VehicleApiError
      ? problem(502, 'Bad Gateway', 'The provider gave no usable answer. Try again in a moment.')
      : problem(500, 'Internal Server Error', 'Something went wrong here. Try again in a moment.'),
  )
  return app
}
