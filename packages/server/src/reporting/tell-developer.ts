// Says something in the console of a developer, once, and never in production.

import { isProduction } from '../options/is-production.ts'

const told = new Set<string>()

/**
 * Shows a line that helps to set the app up, the first time that it is told in this process. It goes to
 * the console and not to `onEvent`: nothing has happened that a log should keep.
 *
 * @param level `warn` for what looks like a mistake
 */
export function tellDeveloper(level: 'info' | 'warn', line: string): void {
  // Where nothing is known of the environment, it may be production.
  if (typeof process === 'undefined' || isProduction() || told.has(line)) return
  told.add(line)
  try {
    // biome-ignore lint/suspicious/noConsole: a developer looks there, and only they are told
    console[level](`smartcar-connect-server: ${line}`)
  } catch {
    // A console that is closed or patched must not end a request.
  }
}
