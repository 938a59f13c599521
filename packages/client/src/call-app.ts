// Calls the app's own code, which must not be able to break the session.

/** Calls a listener or callback of the app. What it throws, or rejects with, is reported as uncaught. */
export function callApp(callback: () => unknown): void {
  new Promise(resolve => resolve(callback())).catch(error => {
    // Pages made for tests may have no such function.
    if (!globalThis.reportError) throw error
    reportError(error)
  })
}
