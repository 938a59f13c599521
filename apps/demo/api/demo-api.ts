// The demo's backend: what both ways have in common, and the part of each.

import { Hono, type MiddlewareHandler } from 'hono'
import {
  isSmartcarApiError,
  isVaultError,
  type MachineCredentials,
  type OnEvent,
  type Store,
} from 'smartcar-connect-server'
import type { Cars } from './car.ts'
import { createCodeApi } from './code-api.ts'
import { createGarages, type Garage } from './garage.ts'
import { createLiveApi } from './live-api.ts'
import { problem } from './problem.ts'
import { readSessionId, sessionCookie } from './session-cookie.ts'
import { type Fetch, VehicleApiError } from './vehicle-api.ts'

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

const demoMachine = { clientId: 'client_demo', clientSecret: 'demo-machine-secret' }

/** Creates the demo's backend; its `fetch` takes a `Request` and answers with a `Response`. */
export function createDemoApi(options: DemoApiOptions): Hono {
  const { appOrigin, clientId, clientSecret, store, onEvent, now } = options
  const { machine = demoMachine, managementToken = 'demo-management-token' } = options
  const garages = createGarages()

  function findGarage(request: Request): Garage | undefined {
    return garages.find(readSessionId(request))
  }

  const both = {
    simulator: options.simulatorUrl,
    appOrigin,
    store,
    fetch: options.fetch ?? (request => fetch(request)),
    ...(onEvent && { onEvent }),
  }
  const code = createCodeApi({
    ...both,
    clientId,
    clientSecret,
    machine,
    findGarage,
    ...(now && { now }),
  })
  const live = createLiveApi({
    ...both,
    applicationId: clientId,
    api: machine,
    managementToken,
    user: request => findGarage(request)?.user,
    ...(now && { clock: { now, sleep } }),
  })

  /** The first request of a page, which asks for its cars, starts its app session. It has none yet. */
  const startSession: MiddlewareHandler = async ({ req }, next) => {
    if (findGarage(req.raw)) return next()
    const isList = req.path.endsWith('/connections')
    // A page of another site starts none: the backend refuses it.
    if (isList && req.header('sec-fetch-site') !== 'same-origin') return next()
    const response = Response.json(isList ? [] : ({ cars: [] } satisfies Cars), {
      headers: { 'cache-control': 'no-store' },
    })
    const cookie = sessionCookie(garages.start(), appOrigin.startsWith('https:'))
    response.headers.set('set-cookie', cookie)
    return response
  }

  return new Hono()
    .get('/api/health', context => context.json({ status: 'ok' }))
    .get('/api/cars', startSession)
    .get('/api/smartcar/:path{.*connections}', startSession)
    .route('/', code)
    .route('/', live)
    .notFound(() => problem(404, 'Not Found', 'There is nothing at this address.'))
    .onError(error =>
      error instanceof VehicleApiError || isVaultError(error) || isSmartcarApiError(error)
        ? problem(502, 'Bad Gateway', 'The provider gave no usable answer.')
        : problem(500, 'Internal Server Error', 'Something went wrong here.'),
    )
}

function sleep(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms))
}
