// Does one thing for many items, a few at a time.

const maxAtOnce = 6

/**
 * Calls `work` for every item, six at a time, and returns the results in the order of the items.
 *
 * @throws what the first failing call throws; no further item is begun after that.
 */
export async function inParallel<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  const queue = items.entries()
  let hasFailed = false
  async function takeTurns(): Promise<void> {
    for (const [index, item] of queue) {
      if (hasFailed) return
      try {
        results[index] = await work(item)
      } catch (error) {
        hasFailed = true
        throw error
      }
    }
  }
  await Promise.all(Array.from({ length: maxAtOnce }, takeTurns))
  return results
}
