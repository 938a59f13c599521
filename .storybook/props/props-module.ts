// Modules that are read from the sources: what components take, and what can fail.

import type { Plugin } from 'vite'
import { readProps } from '../../apps/reference/src/read-props.ts'
import { failureTables } from '../../scripts/failures/failure-tables.ts'
import type { FailureText } from './failure-text.ts'

const modules: Readonly<Record<string, () => string>> = {
  'virtual:props': () => `export const props = ${JSON.stringify(readProps())}`,
  'virtual:failures': () => `export const failures = ${JSON.stringify(failures())}`,
}

/** The codes of a `ConnectError`, in the order of the way. */
function failures(): readonly FailureText[] {
  const [inBrowser] = failureTables()
  return Object.entries(inBrowser?.rows ?? {}).map(([code, { step, developer }]) => ({
    code,
    step,
    developer,
    cause: inBrowser?.causes.get(code) ?? '',
    person: inBrowser?.person?.(code) ?? '',
  }))
}

/** Reads the sources once, when the first page asks for them. */
export function propsModule(): Plugin {
  return {
    name: 'props-module',
    resolveId: id => (id in modules ? `\0${id}` : undefined),
    load: id => (id.startsWith('\0') ? modules[id.slice(1)]?.() : undefined),
  }
}
