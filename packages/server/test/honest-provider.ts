// For tests and benchmarks: answers of an honest provider with one user and one car.

/** The answer of the token endpoint with these tokens. */
export function tokensAnswer(access_token: string, refresh_token: string): Response {
  return Response.json({ access_token, refresh_token, token_type: 'Bearer', expires_in: 7200 })
}

/** The answer of the token endpoint with tokens that are easy to find. */
export function tokenAnswer(): Response {
  return tokensAnswer('canary-access', 'canary-refresh')
}

/** The answers of the vehicle API. */
export function vehicleAnswer(request: Request): Response {
  const { pathname } = new URL(request.url)
  if (pathname.endsWith('/user')) return Response.json({ id: 'ada' })
  if (pathname.endsWith('/vehicles')) return Response.json({ vehicles: ['car'] })
  return Response.json({ permissions: ['read_odometer'] })
}
