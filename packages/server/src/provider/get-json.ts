// Reads JSON from the vehicle API with a bearer token.

import { createRedactor } from '../reporting/redact.ts'
import { type Deadline, deadlineIn } from '../timing/deadline.ts'
import { askAgain } from './ask-again.ts'
import { ProviderError } from './provider-error.ts'
import { type Fetch, providerFetch, withinCall } from './provider-fetch.ts'
import { readRefusedBody, refusedAnswer } from './refused-answer.ts'

/** A vehicle API. */
export type ProviderApi = {
  /** Where it is; paths are resolved against this. */
  url: URL
  /** Sends requests to it. */
  fetch: Fetch
}

/** How long everything that is read for one grant may take together, in milliseconds. */
export const readingDeadlineMs = 20_000

/** Creates the one deadline of everything that is read for a grant. */
export function readingDeadline(): Deadline {
  return deadlineIn(readingDeadlineMs)
}

/**
 * Reads JSON with a bearer token. A busy provider is asked again, as its `Retry-After` says. What is
 * thrown is a copy without the token: a `fetch` of the app may put the headers into its errors.
 *
 * @throws {ProviderError} when no answer came in time or the provider refused.
 */
export async function getJson(
  api: ProviderApi,
  path: string,
  accessToken: string,
  deadline: Deadline,
): Promise<unknown> {
  const headers = { authorization: `Bearer ${accessToken}`, accept: 'application/json' }
  const url = new URL(path, api.url)
  const asking = askAgain(deadline, async () => {
    const response = await providerFetch(api.fetch, url, { headers }, withinCall(deadline))
    if (response.ok) {
      return response.json().catch(() => {
        throw new ProviderError('broken', `The provider's answer to ${url.pathname} is not JSON.`, {
          host: url.host,
          status: response.status,
        })
      })
    }
    // Only the path: a query may hold an external id, which must not be guessed or logged.
    const body = await readRefusedBody(response)
    throw refusedAnswer('broken', url.pathname, url.host, response, body)
  })
  try {
    return await asking
  } catch (thrown) {
    throw createRedactor([accessToken])(thrown)
  }
}
