// A second origin at which the same simulator answers.

/**
 * The same address under the other loopback name: localhost and 127.0.0.1 are one server but two
 * origins and two sites. An address that is neither stays as it is.
 */
export function otherOrigin(url: URL): string {
  const other = new URL(url.origin)
  if (url.hostname === 'localhost') other.hostname = '127.0.0.1'
  else if (url.hostname === '127.0.0.1') other.hostname = 'localhost'
  return other.origin
}
