// What a request brings that nobody may read in a log.

// A shorter cookie is a setting of the page, such as its language.
const minCookieLength = 16

/**
 * Returns the idempotency key, the credentials of `Authorization` and the values of cookies: the app's
 * own login and what binds a session to this browser.
 */
export function requestSecrets({ headers }: Request): string[] {
  const key = headers.get('idempotency-key') ?? ''
  const credentials = headers.get('authorization')?.replace(/^\S+ +/, '') ?? ''
  const cookies = (headers.get('cookie') ?? '')
    .split(';')
    .map(pair => pair.slice(pair.indexOf('=') + 1).trim())
    .filter(value => value.length >= minCookieLength)
  return [key, credentials, ...cookies].filter(secret => secret !== '')
}
