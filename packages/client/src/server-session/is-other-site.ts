// Tells whether an endpoint is certainly on another site than the page.

/**
 * Whether browsers keep the cookies of this endpoint from the page.
 *
 * Hosts of one site have at least their last two names in common. `false` where they do and may still
 * be two sites, as below `co.uk`: the endpoint itself then refuses, by what the browser says.
 *
 * @param address absolute, or relative to the page
 * @see https://html.spec.whatwg.org/multipage/browsers.html#same-site
 */
export function isOtherSite(address: string): boolean {
  // A server has no page, and asks for no session.
  const here = globalThis.location?.href ?? address
  return URL.canParse(address, here) && siteOf(new URL(address, here)) !== siteOf(new URL(here))
}

function siteOf({ hostname }: URL): string {
  return hostname.split('.').slice(-2).join('.')
}
