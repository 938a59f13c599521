// The clock of the API client, as one seam.

/** Time, as the API client sees it. */
export type ApiClock = {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Waits, in milliseconds. */
  readonly sleep: (ms: number) => Promise<void>
}

/**
 * The real clock, in whole milliseconds, as databases keep them. It goes on evenly: a clock of the
 * machine that is set does not move it.
 */
export const realClock: ApiClock = {
  now: () => Math.floor(performance.timeOrigin + performance.now()),
  sleep: ms => new Promise(resolve => setTimeout(resolve, ms)),
}
