// Checks the configured redirect URI.

import { answerNames } from './answer-names.ts'
import { optionError } from './option-error.ts'

/**
 * Returns the redirect URI unchanged if the provider can redirect to it: the provider compares it
 * letter by letter.
 *
 * @throws {TypeError} when it is not an absolute URL, or has a fragment, credentials, a space or a
 *   backslash, or a name of an answer in its query.
 * @see https://datatracker.ietf.org/doc/html/rfc6749#section-3.1.2
 */
export function checkedRedirectUri(redirectUri: string): string {
  if (!URL.canParse(redirectUri) || /[#\s\\]/.test(redirectUri)) {
    throw optionError(
      'redirectUri',
      'redirectUri is not an absolute URL without a fragment, spaces and backslashes, so the provider would refuse every code. Write the URI exactly as it is registered in the dashboard.',
    )
  }
  const { username, password, searchParams } = new URL(redirectUri)
  if (username !== '' || password !== '') {
    throw optionError(
      'redirectUri',
      'redirectUri has credentials in it, which everybody could read in the address bar. Register and write the plain address.',
    )
  }
  const taken = answerNames.find(name => searchParams.has(name))
  if (taken !== undefined) {
    throw optionError(
      'redirectUri',
      `redirectUri has ${taken} in its query, which an answer of the provider would repeat, so nobody could tell which one counts. Register and write an address without it.`,
    )
  }
  return redirectUri
}

/** Whether two redirect URIs are the same by the URL standard, however they are written. */
export function isSameAddress(one: string | null, other: string | null): boolean {
  if (one === other) return true
  if (!one || !other || !URL.canParse(one) || !URL.canParse(other)) return false
  return new URL(one).href === new URL(other).href
}
