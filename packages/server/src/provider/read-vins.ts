// Asks which VINs vehicles have, where one VIN was asked for.

import type { Deadline } from '../timing/deadline.ts'
import { inParallel } from '../timing/in-parallel.ts'
import { getJson, type ProviderApi } from './get-json.ts'
import type { GrantedVehicle } from './read-grant.ts'

function textAt(value: unknown, ...path: string[]): string | undefined {
  const found = path.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null
        ? (inner as Record<string, unknown>)[name]
        : undefined,
    value,
  )
  return typeof found === 'string' ? found : undefined
}

async function readEach(
  vehicles: readonly GrantedVehicle[],
  read: (id: string) => Promise<string | undefined>,
): Promise<Map<string, string | undefined>> {
  const entries = await inParallel(vehicles, async ({ id, permissions }) => {
    const vin = permissions.includes('read_vin')
      ? await read(encodeURIComponent(id)).catch(() => undefined)
      : undefined
    return [id, vin?.toUpperCase()] as const
  })
  return new Map(entries)
}

/**
 * Reads VINs, in capital letters, with a person's token. A vehicle that does not share its VIN has none.
 *
 * @see https://smartcar.com/docs/api-reference/get-vin
 */
export function readVins(
  api: ProviderApi,
  accessToken: string,
  vehicles: readonly GrantedVehicle[],
  deadline: Deadline,
): Promise<Map<string, string | undefined>> {
  return readEach(vehicles, async id =>
    textAt(await getJson(api, `/v2.0/vehicles/${id}/vin`, accessToken, deadline), 'vin'),
  )
}

/**
 * Reads VINs with the application's token, for one person. A vehicle that does not share its VIN, or
 * whose signals have not arrived yet, has none.
 *
 * @param userId the person, as the provider named it.
 */
export function readListedVins(
  api: ProviderApi,
  machineToken: string,
  userId: string,
  vehicles: readonly GrantedVehicle[],
  deadline: Deadline,
): Promise<Map<string, string | undefined>> {
  function fetch(request: Request): Promise<Response> {
    const asPerson = new Request(request)
    asPerson.headers.set('sc-user-id', userId)
    return api.fetch(asPerson)
  }
  return readEach(vehicles, async id => {
    const path = `/v3/vehicles/${id}/signals/vehicleidentification-vin`
    const answer = await getJson({ ...api, fetch }, path, machineToken, deadline)
    // Older answers come without `data` around them.
    return (
      textAt(answer, 'data', 'attributes', 'body', 'value') ??
      textAt(answer, 'attributes', 'body', 'value')
    )
  })
}
