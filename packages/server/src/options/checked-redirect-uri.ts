// Checks a configured redirect URI.

/**
 * Checks a redirect URI.
 *
 * @throws {TypeError} when it is not absolute or has a fragment.
 */
export function checkedRedirectUri(redirectUri: string): string {
  if (URL.canParse(redirectUri) && !redirectUri.includes('#')) return redirectUri
  throw new TypeError(
    'redirectUri must be an absolute URL without fragment, or the provider refuses the code. Write the URI that is registered in the dashboard.',
  )
}
