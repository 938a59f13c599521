// Whether a request can only have come from a script of the demo's own page.

/**
 * Checks what a foreign page cannot send without being asked first: JSON, a header of its own, and
 * the exact origin.
 *
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 */
export function isFromOwnPage({ headers }: Request, appOrigin: string): boolean {
  return (
    headers.get('content-type') === 'application/json' &&
    headers.get('x-smartcar-connect') === '1' &&
    headers.get('origin') === appOrigin
  )
}
