// Judges options when they are first needed, and remembers the result.

/**
 * Returns a function that judges at its first call. A success is remembered; after a failure the next
 * call judges again.
 */
export function judgeOnce<C>(judge: () => C | Promise<C>): () => Promise<C> {
  let judged: Promise<C> | undefined
  return () => {
    judged ??= (async () => judge())().catch(error => {
      judged = undefined
      throw error
    })
    return judged
  }
}
