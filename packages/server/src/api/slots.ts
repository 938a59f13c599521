// Lets so many calls run at once, and no more.

/** A place to run in. */
export type Slots = {
  /** Waits for a free place, runs the work in it and frees it. First come, first served. */
  readonly run: <T>(work: () => Promise<T>) => Promise<T>
}

/** Creates places for as many calls as are given. */
export function createSlots(most: number): Slots {
  let running = 0
  const waiting: (() => void)[] = []
  return {
    async run(work) {
      if (running >= most) {
        await new Promise<void>(resolve => {
          waiting.push(resolve)
        })
      } else running += 1
      try {
        return await work()
      } finally {
        // The place goes to the next one, if somebody waits.
        const next = waiting.shift()
        if (next === undefined) running -= 1
        else next()
      }
    },
  }
}
