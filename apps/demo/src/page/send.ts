// A request to the page's own backend, with failures in words for the person.

/** For a person whose request found nobody. */
export const unreachable = 'We couldn’t reach the server. Check your internet connection.'

/** For a person whose request was answered by a fault, without words of its own. */
export const outOfOrder = 'The server has a problem right now.'

/**
 * Sends a request to the demo's backend.
 *
 * @param accepted statuses beside 2xx that are no failure
 * @throws {Error} with a sentence for the person
 */
export async function send(
  path: string,
  init: RequestInit,
  accepted: readonly number[] = [],
): Promise<Response> {
  const response = await fetch(path, init).catch(() => {
    throw new Error(unreachable)
  })
  if (response.ok || accepted.includes(response.status)) return response
  throw new Error((await problemDetail(response)) ?? outOfOrder)
}

// A problem document. @see https://www.rfc-editor.org/rfc/rfc9457
async function problemDetail(response: Response): Promise<string | undefined> {
  if (response.headers.get('Content-Type') !== 'application/problem+json') return undefined
  const { detail }: { detail?: unknown } = await response.json().catch(() => ({}))
  return typeof detail === 'string' ? detail : undefined
}
