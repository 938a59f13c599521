// The error for a mistake in the code of the app.

// The address of the docs. Each mistake has a section of its name.
const docs = 'https://smartcar-connect.github.io/troubleshooting'

/**
 * An error to throw for a mistake that a developer has to repair.
 *
 * @param code the section of the troubleshooting page
 * @param message what happened, why it matters and what to do
 */
export function mistake(code: 'no_session' | 'connections', message: string): TypeError {
  return new TypeError(`Smartcar Connect: ${message} See ${docs}#${code}`)
}
