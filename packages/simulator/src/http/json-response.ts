// An answer in JSON that nothing stores.

/** Answers with a JSON document. `extra` are headers beside the usual ones. */
export function jsonResponse(
  body: unknown,
  status = 200,
  extra: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
      ...extra,
    },
  })
}
