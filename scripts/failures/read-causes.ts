// Reads what each member of a union means off the comment above it.

import { readFileSync } from 'node:fs'

/** What happened, by the name of the failure. */
export type Causes = ReadonlyMap<string, string>

/** Reads the causes of a union in a file. */
export function causesOf(file: string, type: string): Causes {
  return causesIn(readFileSync(file, 'utf8'), type)
}

/**
 * Reads the lines of the form ``- `name`: what happened`` above a type. A status in parentheses
 * behind the name is left out, and what follows a semicolon is advice.
 *
 * @throws {Error} if the type has no such comment, for its table would be empty
 */
export function causesIn(text: string, type: string): Causes {
  const comment = text.match(
    new RegExp(`/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\s*export type ${type} =`),
  )
  const lines = (comment?.[1] ?? '').replace(/^ *\* ?/gm, '').split('\n')
  const causes = new Map<string, string>()
  let name = ''
  for (const line of lines) {
    const [, found, begin = ''] = /^- `(\w+)`(?: \(\d+\))?: (.*)$/.exec(line) ?? []
    if (found !== undefined) causes.set(found, begin)
    else if (/^ {2}\S/.test(line)) causes.set(name, `${causes.get(name)} ${line.trim()}`)
    name = found ?? (/^ {2}\S/.test(line) ? name : '')
  }
  causes.delete('')
  if (causes.size === 0) throw new Error(`The type ${type} has no comment that names its members.`)
  return new Map([...causes].map(([one, cause]) => [one, sentence(cause)]))
}

function sentence(cause: string): string {
  const plain = cause.split('; ', 1)[0] ?? ''
  const whole = /[.?]$/.test(plain) ? plain : `${plain}.`
  return whole.charAt(0).toUpperCase() + whole.slice(1)
}
