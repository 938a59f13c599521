// The paths of version 2.

import type { Hono } from 'hono'
import type { SimulatorEnv } from '../http/context.ts'
import { compatibilityByVin, compatibilityMatrix } from './compatibility.ts'
import { deleteManaged, listManaged } from './management.ts'
import { batchVehicle } from './vehicle-batch.ts'
import { commandVehicle, vehicleCommands } from './vehicle-commands.ts'
import { vehicleEndpoints } from './vehicle-endpoints.ts'
import { subscribeVehicle, unsubscribeVehicle } from './vehicle-webhooks.ts'
import { disconnect, listPermissions, listVehicles, readUser, readVehicle } from './vehicles.ts'

/** Adds the routes of version 2: vehicles, webhooks, compatibility and management. */
export function addVersion2(app: Hono<SimulatorEnv>): void {
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
}
