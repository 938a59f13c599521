// What a service worker still has to do: it may not end before.

/** Collects work. */
export type PendingWork = {
  /** Adds something; whether it fails is told elsewhere. */
  add(work: Promise<unknown>): void
  /** Resolves when everything that was added so far has ended, in whatever way. */
  ended(): Promise<unknown>
}

/** Makes a collection without work. */
export function createPendingWork(): PendingWork {
  let all: Promise<unknown> = Promise.resolve()
  return {
    add(work) {
      all = Promise.allSettled([all, work])
    },
    ended: () => all,
  }
}
