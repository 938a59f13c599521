// The module `virtual:props`: what components and hooks take and give, read from their sources.

import type { Plugin } from 'vite'
import { readProps } from '../../apps/reference/src/read-props.ts'

const name = 'virtual:props'

/** Reads the sources once, when the first story asks for them. */
export function propsModule(): Plugin {
  return {
    name: 'props-module',
    resolveId: id => (id === name ? `\0${name}` : undefined),
    load: id => (id === `\0${name}` ? `export const props = ${JSON.stringify(readProps())}` : null),
  }
}
