// Puts a message for developers together.

import { adviceOn } from './advice.ts'

// The address of the docs. Each error code and each option has a section of its name.
const docs = 'https://smartcar-connect.github.io/troubleshooting'

/**
 * The message of an error: what happened, in development also why it matters and what to do, and
 * where to read on.
 *
 * @param topic an error code or the name of an option
 * @param what what happened, as a sentence
 */
export function messageOf(topic: string, what: string): string {
  return `Smartcar Connect: ${what}${adviceOn(topic)} See ${docs}#${topic}`
}
