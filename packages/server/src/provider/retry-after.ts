// Reads how long a server asks to wait.

/**
 * Reads `Retry-After`: seconds or a date. A date is compared with the server's own `Date`, so that
 * two clocks which differ do not matter.
 *
 * @returns milliseconds, or `undefined` where the header is missing or unreadable.
 * @see https://datatracker.ietf.org/doc/html/rfc9110#section-10.2.3
 */
export function retryAfterMs(headers: Headers): number | undefined {
  const value = headers.get('retry-after')?.trim() ?? ''
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000
  // Every form of a date in HTTP begins with the name of a day.
  const untilMs = /^[A-Z][a-z]{2,8},? /.test(value) ? Date.parse(value) : Number.NaN
  const sentMs = Date.parse(headers.get('date') ?? '')
  if (Number.isNaN(untilMs)) return undefined
  return Math.max(0, untilMs - (Number.isNaN(sentMs) ? Date.now() : sentMs))
}
