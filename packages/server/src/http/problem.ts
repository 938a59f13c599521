// The answers that are not data: one body for refusals, a problem document for the rest.

import type { GrantFault } from '../exchange/judge-grant.ts'
import type { Outcome } from '../stores/exchange-store.ts'

/** Every problem the handlers answer with; the browser sees it as the member `code`. */
export type ProblemCode =
  | 'grant_refused'
  | 'client_refused'
  | 'unreachable'
  | 'timeout'
  | 'provider_failed'
  | 'outcome_unknown'
  | 'not_stored'
  | 'store_unavailable'
  | 'not_started'
  | 'too_many'
  | 'not_listed'
  | GrantFault

const problems: Readonly<Record<ProblemCode, { status: number; title: string; detail: string }>> = {
  grant_refused: {
    status: 400,
    title: 'Bad Request',
    detail: 'Smartcar did not accept the grant: it has expired or was used before. Connect again.',
  },
  client_refused: {
    status: 502,
    title: 'Bad Gateway',
    detail: 'Smartcar did not accept the credentials of this application. Its operator must act.',
  },
  unreachable: {
    status: 503,
    title: 'Service Unavailable',
    detail: 'Smartcar cannot be reached at the moment. Nothing was sent; try again.',
  },
  timeout: {
    status: 504,
    title: 'Gateway Timeout',
    detail: 'Smartcar did not answer in time, so the car may not be connected. Connect again.',
  },
  provider_failed: {
    status: 502,
    title: 'Bad Gateway',
    detail: 'Smartcar gave no usable answer, so the car may not be connected. Connect again.',
  },
  outcome_unknown: {
    status: 504,
    title: 'Gateway Timeout',
    detail: 'The connection was interrupted and its outcome is not known. Connect again.',
  },
  not_stored: {
    status: 500,
    title: 'Internal Server Error',
    detail: 'The car was granted but could not be saved here. Connect again.',
  },
  store_unavailable: {
    status: 503,
    title: 'Service Unavailable',
    detail: 'This application cannot save anything at the moment. Nothing was sent; try again.',
  },
  not_started: {
    status: 503,
    title: 'Service Unavailable',
    detail: 'The session could not be started. Try again in a moment.',
  },
  too_many: {
    status: 429,
    title: 'Too Many Requests',
    detail: 'Too many sessions were started within a minute. Wait a minute, then try again.',
  },
  not_listed: {
    status: 503,
    title: 'Service Unavailable',
    detail: 'Smartcar does not list the new connection yet. Try again in a moment.',
  },
  wrong_mode: {
    status: 403,
    title: 'Forbidden',
    detail:
      'The vehicle is of another mode than this application asked for. Nothing was connected.',
  },
  identity_mismatch: {
    status: 403,
    title: 'Forbidden',
    detail: 'The grant belongs to somebody else than this page says. Nothing was connected.',
  },
  insufficient_permissions: {
    status: 403,
    title: 'Forbidden',
    detail: 'A permission that this application needs was not granted. Nothing was connected.',
  },
  unexpected_permissions: {
    status: 403,
    title: 'Forbidden',
    detail: 'More was granted than this application asked for. Nothing was connected.',
  },
}

/**
 * A problem as an outcome.
 *
 * @see https://datatracker.ietf.org/doc/html/rfc9457
 */
export function problemOutcome(code: ProblemCode): Outcome {
  const { status, title, detail } = problems[code]
  return { status, body: JSON.stringify({ type: 'about:blank', title, status, detail, code }) }
}

/** The same body for every refusal, so that it tells an attacker nothing. */
export function refusalOutcome(status: number): Outcome {
  return {
    status,
    body: JSON.stringify({ type: 'about:blank', title: 'The request was refused.' }),
  }
}

/** Turns an outcome into the response: never cached, never sniffed. */
export function outcomeResponse({ status, body }: Outcome): Response {
  const headers = new Headers({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  if (body !== null) {
    headers.set('content-type', status < 400 ? 'application/json' : 'application/problem+json')
  }
  if (status === 405) headers.set('allow', 'POST')
  if (status === 503) headers.set('retry-after', '5')
  if (status === 429) headers.set('retry-after', '60')
  return new Response(body, { status, headers })
}
