// The form of every error of the demo's backend: a problem document.

/**
 * A problem response.
 *
 * @param detail one sentence for the person: what happened and what to do
 * @see https://datatracker.ietf.org/doc/html/rfc9457
 */
export function problem(status: number, title: string, detail: string): Response {
  return Response.json(
    { type: 'about:blank', title, status, detail },
    {
      status,
      headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
    },
  )
}
