// Recognizes test vehicles by their VIN where the provider names no mode.

import type { Deadline } from '../timing/deadline.ts'
import { inParallel } from '../timing/in-parallel.ts'
import { getJson, type ProviderApi, readingDeadline } from './get-json.ts'
import type { GrantedVehicle } from './read-grant.ts'

/** How the VINs of the provider's own sample vehicles begin. No car maker has this prefix. */
const testPrefix = '0SC'

async function readVin(
  api: ProviderApi,
  accessToken: string,
  id: string,
  deadline: Deadline,
): Promise<unknown> {
  const path = `/v2.0/vehicles/${encodeURIComponent(id)}/vin`
  const answer = await getJson(api, path, accessToken, deadline)
  return typeof answer === 'object' && answer !== null && 'vin' in answer ? answer.vin : undefined
}

/**
 * Gives vehicles with a test VIN the mode `simulated`, so that they are not mistaken for real ones.
 *
 * This is a heuristic. It reads the VIN only where the mode is not known and `read_vin` was granted,
 * and it leaves a vehicle as it is when the VIN cannot be read.
 */
export function markTestVehicles(
  api: ProviderApi,
  accessToken: string,
  vehicles: readonly GrantedVehicle[],
  deadline: Deadline = readingDeadline(),
): Promise<GrantedVehicle[]> {
  return inParallel(vehicles, async vehicle => {
    const isUnclear = vehicle.mode === undefined && vehicle.permissions.includes('read_vin')
    const vin = isUnclear
      ? await readVin(api, accessToken, vehicle.id, deadline).catch(() => undefined)
      : undefined
    const isTest = typeof vin === 'string' && vin.toUpperCase().startsWith(testPrefix)
    return isTest ? { ...vehicle, mode: 'simulated' } : vehicle
  })
}
