// For tests: what a browser does with cookies.

/** Returns the `Cookie` header of a browser after it got a response. */
export function cookieAfter(cookie: string, response: Response): string {
  const pairs = cookie.split('; ').filter(pair => pair !== '')
  const jar = new Map(pairs.map(pair => [pair.slice(0, pair.indexOf('=')), pair] as const))
  for (const line of response.headers.getSetCookie()) {
    const [pair = ''] = line.split(';')
    const name = pair.slice(0, pair.indexOf('='))
    jar.delete(name)
    if (!line.includes('Max-Age=0;')) jar.set(name, pair)
  }
  return [...jar.values()].join('; ')
}
