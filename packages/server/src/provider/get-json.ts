// Reads JSON from the vehicle API with a bearer token.

import { ProviderError } from './provider-error.ts'
import { type Fetch, providerFetch } from './provider-fetch.ts'

/** A vehicle API. */
export type ProviderApi = {
  /** Where it is; paths are resolved against this. */
  url: URL
  /** Sends requests to it. */
  fetch: Fetch
}

const maxTries = 3
const pauseMs = 200

/** Sends one request: the answer, or `undefined` when another try may help. */
async function tryGet(api: ProviderApi, path: string, headers: Record<string, string>) {
  try {
    return await providerFetch(api.fetch, new Request(new URL(path, api.url), { headers }))
  } catch (error) {
    // After a timeout of ten seconds another try would only make the person wait longer.
    if (error instanceof ProviderError && error.code !== 'timeout') return undefined
    throw error
  }
}

/**
 * Reads JSON with a bearer token. A busy provider is asked up to three times.
 *
 * @throws {ProviderError} when no answer came or the provider refused.
 */
export async function getJson(
  api: ProviderApi,
  path: string,
  accessToken: string,
): Promise<unknown> {
  const headers = { authorization: `Bearer ${accessToken}`, accept: 'application/json' }
  for (let tries = 1; ; tries += 1) {
    const response = await tryGet(api, path, headers)
    if (response?.ok) return response.json()
    const status = response?.status ?? 503
    if (tries === maxTries || (status !== 429 && status < 500)) {
      throw new ProviderError('broken', `The provider answered ${status} to ${path}.`)
    }
    await new Promise(resolve => setTimeout(resolve, pauseMs * tries))
  }
}
