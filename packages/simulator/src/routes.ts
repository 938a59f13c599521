// Which room answers which request.

import { Hono } from 'hono'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { errorV2 } from './api-v2/error.ts'
import { pathFault } from './api-v2/faults.ts'
import { addVersion2 } from './api-v2/routes.ts'
import { addVersion3, isVersion3, noSuchPathV3, wrongMethodV3 } from './api-v3/routes.ts'
import { addConnect } from './connect/routes.ts'
import { addControl } from './control/routes.ts'
import type { Simulation, SimulatorContext, SimulatorEnv } from './http/context.ts'
import { jsonResponse } from './http/json-response.ts'
import { pathBelow } from './http/path-below.ts'
import { readRequest } from './http/read-request.ts'
import { recordRequest } from './http/record-request.ts'
import { refuseForeign } from './http/refuse-foreign.ts'
import { addTokens } from './token/routes.ts'
import { deliverAfter } from './webhooks/deliver-after.ts'
import { randomUuid } from './world/random-id.ts'

// One app serves every simulator: the simulator comes with the request, as Hono's `env`.
const app: Hono<SimulatorEnv> = createApp()

/** Answers a request to a simulator. */
export async function answer(request: Request, simulation: Simulation): Promise<Response> {
  return app.fetch(request, simulation)
}

/** Makes the Hono app with every route. */
export function createApp(): Hono<SimulatorEnv> {
  const app = new Hono<SimulatorEnv>({
    getPath: (request, options) => pathBelow(request, options?.env ?? { basePath: '' }),
  })
  app.use(refuseForeign, recordRequest, deliverAfter, readRequest)
  app.use(methodNotAllowed({ app, onMethodNotAllowed: wrongMethod }))
  app.notFound(c => (isVersion3(c) ? noSuchPathV3() : nothingHere()))
  // A fault of the simulator itself must reach the test that caused it.
  app.onError(error => {
    throw error
  })

  addConnect(app)
  addTokens(app)
  addVersion2(app)
  addVersion3(app)
  addControl(app)
  return app
}

function nothingHere(): Response {
  return errorV2(pathFault)
}

function wrongMethod(c: SimulatorContext, methods: readonly string[]): Response {
  // Hono would keep the headers of the 404 that it replaces.
  c.res.headers.delete('SC-Request-Id')
  // HEAD is answered wherever GET is; the list names the routes.
  const allowed = methods.filter(method => method !== 'HEAD')
  const Allow = allowed.join(', ')
  if (isVersion3(c)) return wrongMethodV3(Allow)
  return jsonResponse({ error: 'method_not_allowed', allowed }, 405, {
    Allow,
    // Every answer of the APIs has one.
    ...(c.req.path.startsWith('/v') && { 'SC-Request-Id': randomUuid() }),
  })
}
