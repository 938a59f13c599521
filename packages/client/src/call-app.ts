// Calls the app's own code, which must not be able to break the session.

/** Calls a listener or callback of the app. What it throws, or rejects with, is reported as uncaught. */
export function callApp(callback: () => unknown): void {
  try {
    Promise.resolve(callback()).catch(error => reportError(error))
  } catch (error) {
    reportError(error)
  }
}
