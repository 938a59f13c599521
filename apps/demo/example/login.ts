// The app's own login, which every app has.

/** Who is signed in. */
export function userIdOf(request: Request): string | undefined {
  return request.headers.get('x-user') ?? undefined
}
