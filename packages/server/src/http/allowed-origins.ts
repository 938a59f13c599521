// Checks the configured origins of the app's pages.

import { optionError } from '../options/option-error.ts'

function isOrigin(value: string): boolean {
  return URL.canParse(value) && new URL(value).origin === value
}

/**
 * Returns the origins that may call.
 *
 * @throws {TypeError} for anything that could never equal an `Origin` header.
 * @see https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin
 */
export function allowedOrigins(origins: string | readonly string[]): ReadonlySet<string> {
  const list = typeof origins === 'string' ? [origins] : [...(origins ?? [])]
  if (list.length === 0 || !list.every(isOrigin)) {
    throw optionError(
      'origins',
      'origins is not one or more exact origins like https://app.example.com, without a path or a final slash, so no request would ever match. Write what location.origin shows on your page.',
    )
  }
  return new Set(list)
}
