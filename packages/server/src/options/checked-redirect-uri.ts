// Checks the configured redirect URI.

import { optionError } from './option-error.ts'

/**
 * Returns the redirect URI unchanged if the provider can redirect to it.
 *
 * @throws {TypeError} when it is not an absolute URL or has a fragment.
 * @see https://datatracker.ietf.org/doc/html/rfc6749#section-3.1.2
 */
export function checkedRedirectUri(redirectUri: string): string {
  if (URL.canParse(redirectUri) && !redirectUri.includes('#')) return redirectUri
  throw optionError(
    'redirectUri',
    'redirectUri is not an absolute URL without a fragment, so the provider would refuse every code. Write the URI exactly as it is registered in the dashboard.',
  )
}
