// Calls a function now, or a moment later where it was called just now.

const gapMs = 1000

/** A call that may be asked for as often as one likes. */
export type SpacedCall = {
  /** Calls the function, a second after the call before at the soonest; once for all that ask meanwhile. */
  readonly ask: () => void
  /** Forgets a call that was to come. */
  readonly stop: () => void
}

/** Makes calls of `call` at least a second apart. A timer runs only while one has to wait. */
export function createSpacedCall(call: () => void): SpacedCall {
  let timer: ReturnType<typeof setTimeout> | undefined
  let lastMs = Number.NEGATIVE_INFINITY

  function stop(): void {
    clearTimeout(timer)
    timer = undefined
  }

  function run(): void {
    stop()
    lastMs = performance.now()
    call()
  }

  return {
    ask() {
      const waitMs = lastMs + gapMs - performance.now()
      if (waitMs <= 0) run()
      else timer ??= setTimeout(run, waitMs)
    },
    stop,
  }
}
