// Which part answers which request.

import { Hono } from 'hono'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { compatibilityByVin, compatibilityMatrix } from './api-v2/compatibility.ts'
import { errorV2 } from './api-v2/error.ts'
import { pathFault } from './api-v2/faults.ts'
import { deleteManaged, listManaged } from './api-v2/management.ts'
import { batchVehicle } from './api-v2/vehicle-batch.ts'
import { commandVehicle, vehicleCommands } from './api-v2/vehicle-commands.ts'
import { vehicleEndpoints } from './api-v2/vehicle-endpoints.ts'
import { subscribeVehicle, unsubscribeVehicle } from './api-v2/vehicle-webhooks.ts'
import {
  disconnect,
  listPermissions,
  listVehicles,
  readUser,
  readVehicle,
} from './api-v2/vehicles.ts'
import { addVersion3, isVersion3, noSuchPathV3, wrongMethodV3 } from './api-v3/routes.ts'
import { authorize } from './connect/authorize.ts'
import { chooseBrand, showBrands } from './connect/brand.ts'
import { agreeAtCarMaker, showCarMaker } from './connect/car-maker.ts'
import { showHostedRedirect, showHostedRedirectScript } from './connect/hosted-redirect.ts'
import { answerIncompatible, showIncompatible } from './connect/incompatible.ts'
import { returnToApplication } from './connect/return.ts'
import { showSignIn, signIn } from './connect/sign-in.ts'
import { decideAccess, showVehicles } from './connect/vehicles.ts'
import {
  chooseScenario,
  clearJournal,
  moveClock,
  reset,
  showClock,
  showJournal,
  showScenarios,
} from './control/control.ts'
import { showHome } from './control/home.ts'
import { requireJson } from './control/require-json.ts'
import { showStyleSheet } from './control/style-sheet.ts'
import {
  clearDeliveries,
  deleteWebhook,
  saveWebhook,
  sendWebhook,
  showDeliveries,
  showWebhooks,
} from './control/webhooks.ts'
import type { Simulation, SimulatorContext, SimulatorEnv } from './http/context.ts'
import { jsonResponse } from './http/json-response.ts'
import { pathBelow } from './http/path-below.ts'
import { readRequest } from './http/read-request.ts'
import { recordRequest } from './http/record-request.ts'
import { refuseForeign } from './http/refuse-foreign.ts'
import { machineToken } from './token/machine-token.ts'
import { token } from './token/token.ts'
import { showTokenElsewhere } from './token/token-elsewhere.ts'
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

  app.get('/oauth/authorize', authorize)
  app.get('/oauth/reauthenticate', authorize)
  app.get('/connect/brand', showBrands)
  app.post('/connect/brand', chooseBrand)
  app.get('/connect/sign-in', showSignIn)
  app.post('/connect/sign-in', signIn)
  app.get('/connect/vehicles', showVehicles)
  app.post('/connect/vehicles', decideAccess)
  app.get('/connect/incompatible', showIncompatible)
  app.post('/connect/incompatible', answerIncompatible)
  app.post('/connect/return', returnToApplication)
  app.get('/car-maker/consent', showCarMaker)
  app.post('/car-maker/consent', agreeAtCarMaker)
  app.get('/v2/redirect', showHostedRedirect)

  app.post('/oauth/token', token)
  app.post('/token-elsewhere', showTokenElsewhere)
  app.post('/oauth2/token', machineToken)

  app.get('/v2.0/user', readUser)
  app.get('/v2.0/vehicles', listVehicles)
  app.get('/v2.0/vehicles/:vehicleId/permissions', listPermissions)
  app.delete('/v2.0/vehicles/:vehicleId/application', disconnect)
  for (const [path, endpoint] of Object.entries(vehicleEndpoints)) {
    app.get(`/v2.0/vehicles/:vehicleId${path}`, c => readVehicle(c, endpoint))
  }
  for (const [path, command] of Object.entries(vehicleCommands)) {
    app.post(`/v2.0/vehicles/:vehicleId${path}`, c => commandVehicle(c, command))
  }
  app.post('/v2.0/vehicles/:vehicleId/batch', batchVehicle)
  app.post('/v2.0/vehicles/:vehicleId/webhooks/:webhookId', subscribeVehicle)
  app.delete('/v2.0/vehicles/:vehicleId/webhooks/:webhookId', unsubscribeVehicle)
  app.get('/v2.0/compatibility', compatibilityByVin)
  app.get('/v2.0/compatibility/matrix', compatibilityMatrix)
  app.get('/v2.0/management/connections', listManaged)
  app.delete('/v2.0/management/connections', deleteManaged)

  addVersion3(app)

  app.get('/', showHome)
  app.use('/__simulator/*', requireJson)
  app.get('/__simulator/journal', showJournal)
  app.delete('/__simulator/journal', clearJournal)
  app.get('/__simulator/clock', showClock)
  app.post('/__simulator/clock', moveClock)
  app.get('/__simulator/scenarios', showScenarios)
  app.post('/__simulator/scenario', chooseScenario)
  app.post('/__simulator/reset', reset)
  app.get('/__simulator/webhooks', showWebhooks)
  app.post('/__simulator/webhooks', saveWebhook)
  app.post('/__simulator/webhooks/send', sendWebhook)
  app.delete('/__simulator/webhooks/:webhookId', deleteWebhook)
  app.get('/__simulator/deliveries', showDeliveries)
  app.delete('/__simulator/deliveries', clearDeliveries)
  app.get('/__simulator/hosted-redirect.js', showHostedRedirectScript)
  app.get('/__simulator/style.css', showStyleSheet)
  app.get('/favicon.ico', () => new Response(null, { status: 204 }))
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
