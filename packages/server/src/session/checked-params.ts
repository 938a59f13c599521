// Checks what `params` returned: what is no value of its kind would ask for something else.

import type { SessionParams } from './connect-url.ts'

/** Modes that may be asked for. */
export const modes: readonly unknown[] = ['live', 'simulated', 'test']

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && !/[\p{Cc}\p{Cs}]/u.test(value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Says whether a value is a list of permissions: texts without spaces. */
export function isScope(value: unknown): boolean {
  return Array.isArray(value) && value.every(name => isText(name) && !/\s/.test(name))
}

type Check = readonly [is: (value: unknown) => boolean, expected: string]

const text: Check = [isText, 'a text with characters in it']

/** The two ids are checked in more detail where they are used. */
const checks: Readonly<Record<Exclude<keyof SessionParams, 'vehicleId' | 'externalId'>, Check>> = {
  responseType: [value => value === 'code' || value === 'none', 'code or none'],
  scope: [isScope, 'a list of permissions'],
  mode: [value => modes.includes(value), 'live, simulated or test'],
  approvalPrompt: [value => value === 'auto' || value === 'force', 'auto or force'],
  make: text,
  singleSelect: [value => typeof value === 'boolean', 'true or false'],
  singleSelectVin: text,
  flags: [value => isRecord(value) && Object.values(value).every(isText), 'texts by name'],
  user: text,
}

/**
 * Returns what `params` returned if every value is of its kind.
 *
 * @throws {TypeError} naming the value, for what Connect or the exchange would take for something else.
 */
export function checkedParams(params: unknown): SessionParams {
  if (!isRecord(params)) {
    throw new TypeError(
      'params returned no object, so nobody knows what to ask for. Return an object; an empty one asks for what the dashboard says.',
    )
  }
  for (const [name, [is, expected]] of Object.entries(checks)) {
    const value = params[name]
    if (value === undefined || is(value)) continue
    throw new TypeError(
      `params returned a ${name} that is not ${expected}, so Connect would ask for something else. Correct it, or leave it out.`,
    )
  }
  return params
}
