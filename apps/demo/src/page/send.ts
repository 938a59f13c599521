// A request to the page's own backend, with failures in words for the person.

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
    throw new Error('We couldn’t reach the server. Check your connection, then try again.')
  })
  if (response.ok || accepted.includes(response.status)) return response
  throw new Error((await problemDetail(response)) ?? 'The server has a problem. Try again.')
}

// A problem document. @see https://www.rfc-editor.org/rfc/rfc9457
async function problemDetail(response: Response): Promise<string | undefined> {
  if (response.headers.get('Content-Type') !== 'application/problem+json') return undefined
  const { detail }: { detail?: unknown } = await response.json().catch(() => ({}))
  return typeof detail === 'string' ? detail : undefined
}
