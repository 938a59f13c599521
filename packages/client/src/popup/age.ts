// How old something is, also after the machine slept.

/** Starts counting; the function it returns gives the milliseconds since. */
export function createAge(): () => number {
  const wall = Date.now()
  const steady = performance.now()
  // One of the two may stand still during a sleep, so the one that went further is right.
  return () => Math.max(Date.now() - wall, performance.now() - steady)
}
