// Reads how long a server asks to wait.

// Longer than anybody waits.
const maxMs = 1e12

/**
 * Reads a date of HTTP. The oldest of its three forms does not say that it is in GMT, and
 * `Date.parse` would take it for the time of this machine.
 */
function readDate(text: string): number {
  // Every form begins with the name of a day.
  if (!/^[A-Z][a-z]{2,8},? /.test(text)) return Number.NaN
  return Date.parse(/ \d{4}$/.test(text) ? `${text} GMT` : text)
}

/**
 * Reads `Retry-After`: seconds or a date. A date is compared with the server's own `Date`, so that
 * two clocks which differ do not matter.
 *
 * @returns milliseconds, or `undefined` where the header is missing or unreadable.
 * @see https://datatracker.ietf.org/doc/html/rfc9110#section-10.2.3
 */
export function retryAfterMs(headers: Headers): number | undefined {
  const value = headers.get('retry-after')?.trim() ?? ''
  if (/^\d+$/.test(value)) return Math.min(Number(value) * 1000, maxMs)
  const untilMs = readDate(value)
  const sentMs = readDate(headers.get('date') ?? '')
  if (Number.isNaN(untilMs)) return undefined
  return Math.max(0, untilMs - (Number.isNaN(sentMs) ? Date.now() : sentMs))
}
