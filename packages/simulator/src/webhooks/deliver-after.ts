// Starts the deliveries that a request made due, after it was answered.

import type { Next } from 'hono'
import type { SimulatorContext } from '../http/context.ts'
import { startDue } from './settle.ts'

/** Looks for what is due. The answer does not wait for receivers. */
export async function deliverAfter(c: SimulatorContext, next: Next): Promise<void> {
  await next()
  const { method, path } = c.req
  const hasChanged = method !== 'GET' && method !== 'HEAD'
  const vehicleId = /\/vehicles\/([^/]+)\/./.exec(path)?.[1]
  startDue(c.env, { hasChanged, ...(hasChanged && vehicleId !== undefined && { vehicleId }) })
}
