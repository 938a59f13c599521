// A request as the handlers see it: taken apart once, with its body read.

/** One request to the simulator. */
export type Incoming = {
  readonly method: string
  /** The whole address, as it was asked for. */
  readonly url: URL
  /** The path below the simulator's base path, without a slash at its end. */
  readonly path: string
  readonly headers: Headers
  /** The body as text; empty for a request without one. */
  readonly body: string
  /** Path segments that the route names, such as `vehicleId`. */
  readonly segments: Readonly<Record<string, string>>
}

/** The most that a body may hold: 64 KiB, several times what any honest request needs. */
export const bodyLimitBytes = 65_536

/** The body as form parameters. */
export function formOf(incoming: Incoming): URLSearchParams {
  return new URLSearchParams(incoming.body)
}
