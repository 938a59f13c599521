// What is thrown for an option that cannot work.

/** The page that explains every refused option; the name of the option follows behind `#`. */
const troubleshootingUrl = 'https://smartcar-connect.github.io/troubleshooting'

/** Makes the error. The message says what happened, why it matters and what to do. */
export function optionError(option: string, message: string): TypeError {
  return new TypeError(`${message} See ${troubleshootingUrl}#${option}`)
}
