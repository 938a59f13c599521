// The redirect page of the backend: the same page that `smartcar-connect/redirect-page` has.

import { csp, html } from './redirect-page.generated.ts'

/** Answers with the redirect page. It holds nothing of the request. */
export function redirectPageResponse({ method }: Request): Response {
  if (method !== 'GET' && method !== 'HEAD') {
    return new Response(null, { status: 405, headers: { allow: 'GET' } })
  }
  return new Response(method === 'HEAD' ? null : html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `${csp}; frame-ancestors 'none'`,
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  })
}
