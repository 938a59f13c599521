// The outcome of an exchange, as a store remembers it.

/** How an exchange ended: exactly what goes to the browser, so that it can be replayed. */
export type Outcome = {
  /** The HTTP status. */
  status: number
  /** JSON text; `null` for a 204. */
  body: string | null
}
