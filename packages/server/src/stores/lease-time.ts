// Leases by a clock that may be set while they hold.

/**
 * Returns the latest end that a lease can honestly have.
 *
 * A lease that ends later was given before the clock was set back, and counts as over: whoever holds
 * it may be dead, and nobody could wait until then. It is twice the length, because the clocks of
 * several machines differ by seconds.
 */
export function latestLeaseEnd(nowMs: number, leaseMs: number): number {
  return nowMs + 2 * leaseMs
}

/** Says whether a lease holds now. */
export function isLeaseHeld(leaseEndsMs: number, leaseMs: number, nowMs: number): boolean {
  return leaseEndsMs > nowMs && leaseEndsMs <= latestLeaseEnd(nowMs, leaseMs)
}
