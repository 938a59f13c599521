// Asks the provider whose tokens these are and what they open.
import { ProviderError } from './provider-error.ts'
import { type Fetch, providerFetch } from './provider-fetch.ts'

/** A vehicle that was granted, in the provider's own words. */
export type GrantedVehicle = {
  id: string
  permissions: readonly string[]
  /** Known where the connections were asked, which takes machine credentials. */
  mode?: string
}

/** What the provider says about a grant: the only source of ids worth storing. */
export type VerifiedGrant = {
  /** The provider's id of the person. */
  userId: string
  vehicles: readonly GrantedVehicle[]
}

/** Where the vehicle API is. */
export type ProviderApi = { url: URL; fetch: Fetch }

const attempts = 3
const pauseMs = 200
const pageSize = 50
const maxItems = 1000

/** One try: the answer, or `undefined` where another try may help. */
async function tryGet(api: ProviderApi, path: string, headers: Record<string, string>) {
  try {
    return await providerFetch(api.fetch, new Request(new URL(path, api.url), { headers }))
  } catch (error) {
    // A provider that let ten seconds pass would only make the person wait longer.
    if (error instanceof ProviderError && error.code !== 'timeout') return undefined
    throw error
  }
}

/**
 * Reads JSON with a bearer token, up to three times while the provider is busy.
 *
 * @throws {ProviderError}
 */
export async function getJson(
  api: ProviderApi,
  path: string,
  accessToken: string,
): Promise<unknown> {
  const headers = { authorization: `Bearer ${accessToken}`, accept: 'application/json' }
  for (let attempt = 1; ; attempt += 1) {
    const response = await tryGet(api, path, headers)
    if (response?.ok) return response.json()
    const status = response?.status ?? 503
    if (attempt === attempts || (status !== 429 && status < 500)) {
      throw new ProviderError('broken', `The provider answered ${status} to ${path}.`)
    }
    await new Promise(resolve => setTimeout(resolve, pauseMs * attempt))
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function unusable(path: string): ProviderError {
  return new ProviderError(
    'broken',
    `The provider's answer to ${path} has another form than documented.`,
  )
}

async function list(
  api: ProviderApi,
  path: string,
  field: string,
  accessToken: string,
): Promise<string[]> {
  const items: string[] = []
  while (items.length < maxItems) {
    const page = `${path}?limit=${pageSize}&offset=${items.length}`
    const answer = await getJson(api, page, accessToken)
    const found = isRecord(answer) ? answer[field] : undefined
    if (!Array.isArray(found) || !found.every(item => typeof item === 'string')) {
      throw unusable(path)
    }
    items.push(...found)
    if (found.length < pageSize) break
  }
  return items
}

/**
 * Reads user, vehicles and permissions with an access token.
 *
 * Each read is tried up to three times while the provider is busy.
 *
 * @throws {ProviderError}
 * @see https://smartcar.com/docs/api-reference/user
 */
export async function readGrant(api: ProviderApi, accessToken: string): Promise<VerifiedGrant> {
  const user = await getJson(api, '/v2.0/user', accessToken)
  if (!isRecord(user) || typeof user.id !== 'string' || user.id === '') {
    throw unusable('/v2.0/user')
  }
  const vehicles: GrantedVehicle[] = []
  for (const id of await list(api, '/v2.0/vehicles', 'vehicles', accessToken)) {
    const path = `/v2.0/vehicles/${encodeURIComponent(id)}/permissions`
    vehicles.push({ id, permissions: await list(api, path, 'permissions', accessToken) })
  }
  return { userId: user.id, vehicles }
}
