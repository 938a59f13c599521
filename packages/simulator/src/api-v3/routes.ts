// The paths of version 3.

import type { Hono } from 'hono'
import type { SimulatorContext, SimulatorEnv } from '../http/context.ts'
import { listApplications, listSecrets, readApplication } from './applications.ts'
import { createSchedule, deleteSchedule } from './charge-schedules.ts'
import { commands } from './command-table.ts'
import { commandVehicleV3 } from './commands.ts'
import { listCompatibleVehicles } from './compatible-vehicles.ts'
import { deleteConnection, listConnections, readConnection } from './connections.ts'
import { errorV3 } from './error.ts'
import { schedulePaths } from './schedule-table.ts'
import {
  createSubscription,
  deleteSubscription,
  listSubscriptions,
  readSubscription,
} from './subscriptions.ts'
import { deleteUser } from './users.ts'
import { listSignals, readSignal, readVehicleV3 } from './vehicles.ts'
import { listWebhooks, readWebhook } from './webhooks.ts'

/**
 * Adds the routes of version 3. The provider spreads them over several hosts; here each host
 * answers all of them.
 */
export function addVersion3(app: Hono<SimulatorEnv>): void {
  app.get('/v3/connections', listConnections)
  app.get('/v3/connections/:connectionId', readConnection)
  app.delete('/v3/connections/:connectionId', deleteConnection)
  app.delete('/v3/users/:userId', deleteUser)

  app.get('/v3/vehicles/:vehicleId', readVehicleV3)
  app.get('/v3/vehicles/:vehicleId/signals', listSignals)
  app.get('/v3/vehicles/:vehicleId/signals/:signalCode', readSignal)
  for (const path of Object.keys(commands)) {
    app.post(`/v3/vehicles/:vehicleId/commands/${path}`, c => commandVehicleV3(c, path))
  }
  for (const [path, scheduleType] of Object.entries(schedulePaths)) {
    app.post(`/v3/vehicles/:vehicleId/charge-schedules/${path}`, c =>
      createSchedule(c, scheduleType),
    )
  }
  app.delete('/v3/vehicles/:vehicleId/charge-schedules/:scheduleId', deleteSchedule)

  app.get('/v3/compatible-vehicles', listCompatibleVehicles)
  app.get('/v3/applications', listApplications)
  app.get('/v3/applications/:applicationId', readApplication)
  app.get('/v3/applications/:applicationId/secrets', listSecrets)
  app.get('/v3/webhooks', listWebhooks)
  app.get('/v3/webhooks/:webhookId', readWebhook)
  app.get('/v3/subscriptions', listSubscriptions)
  app.post('/v3/subscriptions', createSubscription)
  app.get('/v3/subscriptions/:subscriptionId', readSubscription)
  app.delete('/v3/subscriptions/:subscriptionId', deleteSubscription)
}

/** Whether a path belongs to version 3, so that errors are written in its form. */
export function isVersion3({ req }: SimulatorContext): boolean {
  return req.path === '/v3' || req.path.startsWith('/v3/')
}

/** Answers a path of version 3 that does not exist. */
export function noSuchPathV3(): Response {
  return errorV3({
    type: 'RESOURCE_NOT_FOUND',
    code: 'INVALID_PATH',
    description: 'Version 3 has nothing at this path.',
  })
}

/** Answers a path of version 3 that exists, but not for this method. The answer is approximate. */
export function wrongMethodV3(allowed: string): Response {
  const fault = {
    type: 'VALIDATION',
    code: 'METHOD_NOT_ALLOWED',
    description: `This path answers to ${allowed} only.`,
  } as const
  return errorV3(fault, 405, { Allow: allowed })
}
