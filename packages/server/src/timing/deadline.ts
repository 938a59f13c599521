// One time limit for many calls, by a clock that nobody can set.

/** A moment at which waiting ends. */
export type Deadline = {
  /** Returns how long there is left, in milliseconds; 0 when the time is over. */
  remainingMs(): number
}

/**
 * Creates a deadline. It is measured by the monotonic clock, so that a clock that is set in the
 * meantime neither ends the time early nor makes it endless.
 */
export function deadlineIn(ms: number): Deadline {
  const startMs = performance.now()
  return { remainingMs: () => Math.max(0, ms - (performance.now() - startMs)) }
}

/** Waits, in milliseconds. */
export type Sleep = (ms: number) => Promise<void>

/** Waits, but never beyond the deadline. */
export function pauseWithin(deadline: Deadline, ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, Math.min(ms, deadline.remainingMs())))
}
