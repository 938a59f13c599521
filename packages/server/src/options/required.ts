// Checks a configured text that nothing works without.

/**
 * The value of an option that must be there.
 *
 * @throws {TypeError} naming the option, never its value.
 */
export function required(name: string, value: unknown): string {
  if (typeof value === 'string' && value.trim() === value && value !== '') return value
  throw new TypeError(
    `${name} is missing or has spaces around it, so the provider would refuse every exchange. Set it from your server's configuration.`,
  )
}
