// Lets parallel callers share one piece of work.

/** Runs `work` once for all callers that come with the same key before it ends. */
export type SingleFlight<T> = (key: string, work: () => Promise<T>) => Promise<T>

/** Creates a single flight. It forgets each piece of work as soon as the work has ended. */
export function createSingleFlight<T>(): SingleFlight<T> {
  const running = new Map<string, Promise<T>>()
  return (key, work) => {
    const current = running.get(key)
    if (current !== undefined) return current
    const started = work().finally(() => running.delete(key))
    running.set(key, started)
    return started
  }
}
