// GET /v2/redirect: the provider's own redirect page, which posts the result to the opener.

import type { SimulatorContext } from '../http/context.ts'
import { noticePage, problemPage } from '../pages/notice-page.ts'
import { isRegisteredOrigin } from '../world/applications.ts'
import { frameFor } from './frame.ts'
import { lookOf } from './request/flags.ts'
import { invalidParameter } from './request/problem.ts'

/** Shows the page that hands over to the origin in `app_origin`, if an application is there. */
export function showHostedRedirect(c: SimulatorContext): Promise<Response> {
  const { applications } = c.env
  const query = c.get('url').searchParams
  const frame = frameFor(c, lookOf(query.get('flags') ?? ''))
  const origin = query.get('app_origin') ?? ''
  if (!applications.some(application => isRegisteredOrigin(application, origin))) {
    const help = 'app_origin is not an origin of a known application'
    return problemPage(frame, invalidParameter('app_origin', origin, help))
  }
  return noticePage({
    ...frame,
    title: frame.words.doneTitle,
    body: frame.words.doneBody,
    script: '/__simulator/hosted-redirect.js',
  })
}

/** GET /__simulator/hosted-redirect.js. */
export function showHostedRedirectScript(): Response {
  return new Response(script, {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'max-age=60' },
  })
}

// Sends what the provider's page sends, to the named origin only, and closes the window.
const script = `const given = new URLSearchParams(location.search)
history.replaceState(null, '', location.pathname)
const names = {
  code: 'code', error: 'error', error_description: 'errorDescription', state: 'state',
  vin: 'vin', make: 'make', model: 'model', year: 'year', virtual_key_url: 'virtualKeyUrl',
  user_id: 'userId', external_id: 'externalId',
}
const message = { name: 'SmartcarAuthMessage', isSmartcarHosted: true }
for (const [from, to] of Object.entries(names)) {
  if (given.has(from)) message[to] = given.get(from)
}
if (window.opener) {
  window.opener.postMessage(message, given.get('app_origin'))
  window.close()
}
`
