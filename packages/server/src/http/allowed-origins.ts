// Checks the configured origins of the app's pages.

import { optionError } from '../options/option-error.ts'

/** The origin as browsers write it, or `undefined` for an address that is more than an origin. */
function originOf(value: string): string | undefined {
  if (!URL.canParse(value) || /[\s\\?#*]/.test(value)) return undefined
  const { origin, pathname, username, password } = new URL(value)
  // Addresses without a host have the origin `null`, which belongs to nobody.
  const isOnlyOrigin = pathname === '/' && username === '' && password === ''
  return isOnlyOrigin && origin !== 'null' ? origin : undefined
}

/**
 * Returns the origins that may call, as browsers write them: capitals, the default port, a final slash
 * and names in other scripts make no difference.
 *
 * @throws {TypeError} for anything that is no origin.
 * @see https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin
 */
export function allowedOrigins(origins: string | readonly string[]): ReadonlySet<string> {
  const list = typeof origins === 'string' ? [origins] : [...(origins ?? [])]
  const known = list.map(originOf).filter(origin => origin !== undefined)
  if (known.length === 0 || known.length < list.length) {
    throw optionError(
      'origins',
      'origins is not one or more exact origins like https://app.example.com, without a path or credentials, so no request would ever match. Write what location.origin shows on your page.',
    )
  }
  return new Set(known)
}
