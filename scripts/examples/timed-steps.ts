// The steps of a run, each with the seconds that it took.

/** The seconds that each step took, by its name. */
export type StepTimes = Readonly<Record<string, number>>

/** Runs steps one after the other. */
export type TimedSteps = {
  readonly times: StepTimes
  /** @throws {Error} that says which step failed and why */
  readonly step: (name: string, work: () => Promise<string | undefined>) => Promise<void>
}

/** @param verbose whether what a step wrote is shown */
export function timedSteps(verbose: boolean): TimedSteps {
  const times: Record<string, number> = {}
  async function step(name: string, work: () => Promise<string | undefined>): Promise<void> {
    const started = performance.now()
    try {
      const output = await work()
      if (verbose && output) console.log(output)
    } catch (error) {
      throw new Error(`${name}: ${(error as Error).message}`, { cause: error })
    }
    times[name] = (performance.now() - started) / 1_000
  }
  return { times, step }
}
