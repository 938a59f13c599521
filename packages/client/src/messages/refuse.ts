// Refuses a mistake in the options.

import { messageOf } from './message-of.ts'

/**
 * Refuses an option.
 *
 * @param problem what is wrong with it, as the end of a sentence
 * @param topic the section of the docs to point to
 * @throws {TypeError} always: it names the option, also as its property `option`
 */
export function refuse(option: string, problem: string, topic: string = option): never {
  throw Object.assign(new TypeError(messageOf(topic, `\`${option}\` ${problem}.`)), { option })
}
