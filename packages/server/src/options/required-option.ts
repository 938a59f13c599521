// Checks an option that must be set to a text.

import { type OptionPath, optionError } from './option-error.ts'

/**
 * Returns the value of an option that must be set.
 *
 * @param consequence what would happen without it, as in `the provider would refuse every exchange`.
 * @throws {TypeError} naming the option, never its value.
 */
export function requiredOption(path: OptionPath, value: unknown, consequence: string): string {
  if (typeof value === 'string' && value.trim() === value && value !== '') return value
  throw optionError(
    path,
    `${path} is missing or has spaces around it, so ${consequence}. Set it from the configuration of your server; look whether its environment variable is loaded.`,
  )
}
