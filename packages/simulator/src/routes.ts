// Which part answers which request.

import { deleteManaged, listManaged } from './api-v2/management.ts'
import { batchVehicle } from './api-v2/vehicle-batch.ts'
import { commandVehicle, vehicleCommands } from './api-v2/vehicle-commands.ts'
import { vehicleEndpoints } from './api-v2/vehicle-endpoints.ts'
import {
  disconnect,
  listPermissions,
  listVehicles,
  readUser,
  readVehicle,
} from './api-v2/vehicles.ts'
import { deleteConnection, listConnections } from './api-v3/connections.ts'
import { listSignals, readSignal, readVehicleV3 } from './api-v3/vehicles.ts'
import { authorize } from './connect/authorize.ts'
import { chooseBrand, showBrands } from './connect/brand.ts'
import { agreeAtCarMaker, showCarMaker } from './connect/car-maker.ts'
import { showHandoff, showHandoffScript } from './connect/hosted-redirect.ts'
import { leaveIncompatible, showIncompatible } from './connect/incompatible.ts'
import { returnToApplication } from './connect/return.ts'
import { showSignIn, signIn } from './connect/sign-in.ts'
import { decide, showVehicles } from './connect/vehicles.ts'
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
import type { Incoming } from './http/incoming.ts'
import type { Simulation } from './http/simulation.ts'
import { styleSheet } from './pages/style-sheet.ts'
import { machineToken } from './token/machine-token.ts'
import { token } from './token/token.ts'
import { showTokenElsewhere } from './token/token-elsewhere.ts'

/** Answers one kind of request. */
export type Handler = (simulation: Simulation, incoming: Incoming) => Response | Promise<Response>

/** A method with a path; `:name` in the path stands for one segment. */
export type Route = readonly [method: string, path: string, handler: Handler]

/** Every route. */
export const routes: readonly Route[] = [
  ['GET', '/oauth/authorize', authorize],
  ['GET', '/oauth/reauthenticate', authorize],
  ['GET', '/connect/brand', showBrands],
  ['POST', '/connect/brand', chooseBrand],
  ['GET', '/connect/sign-in', showSignIn],
  ['POST', '/connect/sign-in', signIn],
  ['GET', '/connect/vehicles', showVehicles],
  ['POST', '/connect/vehicles', decide],
  ['GET', '/connect/incompatible', showIncompatible],
  ['POST', '/connect/incompatible', leaveIncompatible],
  ['POST', '/connect/return', returnToApplication],
  ['GET', '/car-maker/consent', showCarMaker],
  ['POST', '/car-maker/consent', agreeAtCarMaker],
  ['GET', '/v2/redirect', showHandoff],
  ['POST', '/oauth/token', token],
  ['POST', '/token-elsewhere', showTokenElsewhere],
  ['POST', '/oauth2/token', machineToken],
  ['GET', '/v2.0/user', readUser],
  ['GET', '/v2.0/vehicles', listVehicles],
  ['GET', '/v2.0/vehicles/:vehicleId/permissions', listPermissions],
  ['DELETE', '/v2.0/vehicles/:vehicleId/application', disconnect],
  ...Object.entries(vehicleEndpoints).map(
    ([path, endpoint]): Route => [
      'GET',
      `/v2.0/vehicles/:vehicleId${path}`,
      (simulation, incoming) => readVehicle(simulation, incoming, endpoint),
    ],
  ),
  ...Object.entries(vehicleCommands).map(
    ([path, command]): Route => [
      'POST',
      `/v2.0/vehicles/:vehicleId${path}`,
      (simulation, incoming) => commandVehicle(simulation, incoming, command),
    ],
  ),
  ['POST', '/v2.0/vehicles/:vehicleId/batch', batchVehicle],
  ['GET', '/v2.0/management/connections', listManaged],
  ['DELETE', '/v2.0/management/connections', deleteManaged],
  ['GET', '/v3/connections', listConnections],
  ['DELETE', '/v3/connections/:connectionId', deleteConnection],
  ['GET', '/v3/vehicles/:vehicleId', readVehicleV3],
  ['GET', '/v3/vehicles/:vehicleId/signals', listSignals],
  ['GET', '/v3/vehicles/:vehicleId/signals/:signalCode', readSignal],
  ['GET', '/', showHome],
  ['GET', '/__simulator/journal', showJournal],
  ['DELETE', '/__simulator/journal', clearJournal],
  ['GET', '/__simulator/clock', showClock],
  ['POST', '/__simulator/clock', moveClock],
  ['GET', '/__simulator/scenarios', showScenarios],
  ['POST', '/__simulator/scenario', chooseScenario],
  ['POST', '/__simulator/reset', reset],
  ['GET', '/__simulator/handoff.js', showHandoffScript],
  ['GET', '/__simulator/style.css', showStyleSheet],
  ['GET', '/favicon.ico', () => new Response(null, { status: 204 })],
]

function showStyleSheet(): Response {
  return new Response(styleSheet, {
    headers: { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'max-age=60' },
  })
}
