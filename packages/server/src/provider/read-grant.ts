// Asks the provider whose tokens these are and which vehicles they open.

import type { Deadline } from '../timing/deadline.ts'
import { inParallel } from '../timing/in-parallel.ts'
import { getJson, type ProviderApi, readingDeadline } from './get-json.ts'
import { ProviderError } from './provider-error.ts'

/** A vehicle that was granted, in the provider's own words. */
export type GrantedVehicle = {
  /** The provider's id of the vehicle. */
  id: string
  /** The permissions that were granted for it, such as `read_odometer`. */
  permissions: readonly string[]
  /** `live` or `simulated`. Known only where `machine` is configured, or by the VIN of a sample. */
  mode?: string
}

/** What the provider says about a grant: the only source of ids that may be stored. */
export type VerifiedGrant = {
  /** The provider's id of the person. */
  userId: string
  /** The vehicles that the grant opens. */
  vehicles: readonly GrantedVehicle[]
}

const pageSize = 50
const maxItems = 1000

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function unusable({ url }: ProviderApi, path: string): ProviderError {
  return new ProviderError(
    'broken',
    `The provider's answer to ${path} has another form than documented.`,
    { host: url.host, status: 200 },
  )
}

async function list(
  api: ProviderApi,
  path: string,
  field: string,
  accessToken: string,
  deadline: Deadline,
): Promise<string[]> {
  const items: string[] = []
  while (items.length < maxItems) {
    const page = `${path}?limit=${pageSize}&offset=${items.length}`
    const answer = await getJson(api, page, accessToken, deadline)
    const found = isRecord(answer) ? answer[field] : undefined
    if (!Array.isArray(found) || !found.every(item => typeof item === 'string')) {
      throw unusable(api, path)
    }
    items.push(...found)
    if (found.length < pageSize) break
  }
  return items
}

/**
 * Reads user, vehicles and permissions with an access token; the permissions of several vehicles at
 * once.
 *
 * @param deadline the end of everything that is read for this grant.
 * @throws {ProviderError} when the provider refuses, stays busy or answers in an unknown form.
 * @see https://smartcar.com/docs/api-reference/user
 */
export async function readGrant(
  api: ProviderApi,
  accessToken: string,
  deadline: Deadline = readingDeadline(),
): Promise<VerifiedGrant> {
  const user = await getJson(api, '/v2.0/user', accessToken, deadline)
  if (!isRecord(user) || typeof user.id !== 'string' || user.id === '') {
    throw unusable(api, '/v2.0/user')
  }
  const ids = await list(api, '/v2.0/vehicles', 'vehicles', accessToken, deadline)
  const vehicles = await inParallel(ids, async id => {
    const path = `/v2.0/vehicles/${encodeURIComponent(id)}/permissions`
    const permissions = await list(api, path, 'permissions', accessToken, deadline)
    return { id, permissions }
  })
  return { userId: user.id, vehicles }
}
