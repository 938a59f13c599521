// The whole state as letters for an address, and back.

import { decodeBase64Url, encodeBase64Url } from '../../../../.storybook/address/base64url.ts'
import { defaults, type PlaygroundState, type ReadState, readState } from './playground-state.ts'

// Raised when a field changes its meaning. A field that is new or gone changes nothing.
const version = 1

/** The state as letters: the version, a dash, and base64url. */
export function encodeLink(state: PlaygroundState): string {
  return `${version}-${encodeBase64Url(JSON.stringify(state))}`
}

/** Reads what `encodeLink` wrote: what is good in it, and what is not. Never throws. */
export function decodeLink(link: string): ReadState {
  const [, written, letters = ''] = /^(\d{1,6})-([\w-]*)$/.exec(link) ?? []
  if (written === undefined) return damaged
  if (Number(written) !== version) return fromElsewhere
  const values = parse(decodeBase64Url(letters))
  return values ? readState(values) : damaged
}

/** The address of the Playground in this state, in the Storybook at `home`. */
export function linkAddress(home: URL, state: PlaygroundState): string {
  return new URL(`./?path=/story/playground--default&args=link:${encodeLink(state)}`, home).href
}

/** The address of the Playground in this state without Storybook around it. */
export function aloneAddress(home: URL, state: PlaygroundState): string {
  const query = `id=playground--default&viewMode=story&args=link:${encodeLink(state)}`
  return new URL(`iframe.html?${query}`, home).href
}

/** What somebody starts with: the link, values by name where there is none, and the toolbar's. */
export function startState(
  { link, ...byName }: Readonly<Record<string, unknown>>,
  toolbar: Pick<PlaygroundState, 'language' | 'theme'>,
): ReadState & { readonly state: PlaygroundState } {
  const named = Object.entries(byName).filter(([, value]) => value !== undefined)
  const read = typeof link === 'string' ? decodeLink(link) : readState(Object.fromEntries(named))
  return { ...read, state: { ...defaults, ...toolbar, ...read.given } }
}

const damaged: ReadState = {
  given: {},
  problems: [
    'This link is damaged; a part of it may have been lost on the way. Everything is as it is at first. Ask for the link again, and copy all of it.',
  ],
}

const fromElsewhere: ReadState = {
  given: {},
  problems: [
    'This link is from another version of the Playground, so its settings cannot be read here. Everything is as it is at first.',
  ],
}

function parse(json: string | undefined): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(json ?? '')
    return value && typeof value === 'object' && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}
