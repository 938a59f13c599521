// Calls the app's own code, which must not be able to break the session.

/** Calls a listener or callback of the app; what it throws is reported as uncaught. */
export function callApp(callback: () => void): void {
  try {
    callback()
  } catch (error) {
    reportError(error)
  }
}
