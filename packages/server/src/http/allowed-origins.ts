// Checks the origins that may call.

function isOrigin(value: string): boolean {
  return URL.canParse(value) && new URL(value).origin === value
}

/**
 * Checks the origins that may call.
 *
 * @throws {TypeError} for anything that could never equal an `Origin` header.
 */
export function allowedOrigins(origins: string | readonly string[]): ReadonlySet<string> {
  const list = typeof origins === 'string' ? [origins] : [...(origins ?? [])]
  if (list.length === 0 || !list.every(isOrigin)) {
    throw new TypeError(
      'origins must be one or more exact origins like https://app.example.com, without path or final slash; otherwise no request would ever match. Write what location.origin shows on your page.',
    )
  }
  return new Set(list)
}
