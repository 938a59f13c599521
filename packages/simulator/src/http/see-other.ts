// The answer to a form: another page is to be read next.

/** Answers 303: whatever the method was, the next page is read with GET. */
export function seeOther(location: string): Response {
  return new Response(null, {
    status: 303,
    headers: {
      Location: location,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'strict-origin',
    },
  })
}
