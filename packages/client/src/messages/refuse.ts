// Refuses a mistake in the options.

/** @throws {TypeError} that names the option and says what to do about it */
export function refuse(name: string, problem: string): never {
  throw new TypeError(`Smartcar Connect: \`${name}\` ${problem}.`)
}
