// Gathers calls that come at the same time, so that one statement serves all of them.

type Call<Item, Result> = {
  item: Item
  resolve: (result: Result) => void
  reject: (error: unknown) => void
}

const maxItems = 64
// Not one alone: a batch that waits for a lock must not stop the others.
const maxRunning = 2

/**
 * Creates a function that hands items to `work`, together with those that came in the same turn of the
 * event loop or while earlier batches were running. Nothing waits for more to come.
 *
 * @param work returns a result for each item, in their order. What it throws, each of their callers gets.
 */
export function createBatches<Item, Result>(
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
): (item: Item) => Promise<Result> {
  const waiting: Call<Item, Result>[] = []
  let running = 0
  let isGathering = false

  function begin(): void {
    if (isGathering || running === maxRunning || waiting.length === 0) return
    isGathering = true
    setImmediate(() => {
      isGathering = false
      run(waiting.splice(0, maxItems))
    })
  }

  function run(batch: readonly Call<Item, Result>[]): void {
    function end(): void {
      running -= 1
      begin()
    }
    running += 1
    begin()
    work(batch.map(({ item }) => item)).then(
      results => {
        end()
        for (const [index, { resolve }] of batch.entries()) resolve(results[index] as Result)
      },
      error => {
        end()
        for (const { reject } of batch) reject(error)
      },
    )
  }

  return item =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      begin()
    })
}
