// Args that Storybook leaves out of an address, as one parameter that an address can hold.

import { decodeBase64Url, encodeBase64Url } from './base64url.ts'

/** The name of the parameter. */
export const valuesParameter = 'values'

type Args = Readonly<Record<string, unknown>>

// The texts that Storybook writes into `args` itself.
const isPlain = /^[a-zA-Z0-9 _-]*$/

/** Texts with other characters, such as `:`, `@` or `.`, and lists of texts with one of them. */
function isLeftOut(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isText) && value.some(isLeftOut)
  return isText(value) && !isPlain.test(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

/** What has been changed and Storybook would leave out; empty where there is nothing. */
export function encodeValues(args: Args, initialArgs: Args): string {
  const changed = Object.entries(args).filter(
    ([name, value]) =>
      isLeftOut(value) && JSON.stringify(value) !== JSON.stringify(initialArgs[name]),
  )
  if (changed.length === 0) return ''
  return encodeBase64Url(JSON.stringify(Object.fromEntries(changed)))
}

/** The args again. Anybody can write an address, so what is no text and no list of texts is dropped. */
export function decodeValues(encoded: string): Args {
  try {
    const args: unknown = JSON.parse(decodeBase64Url(encoded) ?? '')
    if (typeof args !== 'object' || args === null) return {}
    return Object.fromEntries(
      Object.entries(args).filter(
        ([, value]) => isText(value) || (Array.isArray(value) && value.every(isText)),
      ),
    )
  } catch {
    return {}
  }
}
