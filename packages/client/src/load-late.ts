// Loads what is not needed in the click itself.

/** What is loaded late. */
export type Late = typeof import('./late.ts')

const deadlineMs = 15_000

/** The module, loaded once. Rejects when it cannot be loaded, and may then be tried again. */
export function loadLate(): Promise<Late> {
  return import('./late.ts')
}

/** The same for those who cannot go on without it: rejects after 15 seconds as well. */
export function loadLateInTime(): Promise<Late> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error('It did not arrive in 15 seconds.')),
      deadlineMs,
    )
    loadLate()
      .then(resolve, reject)
      .finally(() => clearTimeout(timer))
  })
}
