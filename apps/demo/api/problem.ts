// Every error of the demo's backend is a problem document.

/**
 * A problem response.
 *
 * @param detail one sentence for the person: what happened and what to do
 * @see https://datatracker.ietf.org/doc/html/rfc9457
 */
export const problem = (status: number, title: string, detail: string): Response =>
  Response.json(
    { type: 'about:blank', title, status, detail },
    {
      status,
      headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
    },
  )
