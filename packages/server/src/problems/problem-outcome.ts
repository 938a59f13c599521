// The answers that are not data: a problem document for failures, one generic body for refusals.

import type { Outcome } from '../stores/outcome.ts'
import { troubleshooting } from '../troubleshooting.ts'

/**
 * Every problem that the handlers answer with. The browser sees it as the member `code`.
 *
 * - `grant_refused` (400): the provider refused the code, because it has expired or was used.
 * - `client_refused` (502): the provider refused the client id or the secret.
 * - `unreachable` (503): the provider could not be reached. Nothing was sent; the same post may be
 *   repeated.
 * - `timeout` (504): the provider gave no complete answer in 10 seconds. The code may have been used.
 * - `provider_failed` (502): the provider gave an answer that cannot be used.
 * - `outcome_unknown` (504): the process that held the grant ended before it stored an outcome.
 * - `not_stored` (500): the callback of the app threw, or returned what is not JSON.
 * - `store_unavailable` (503): `appSession` or the store failed.
 * - `not_started` (503): no session was started, because `appSession`, `params` or the store failed.
 * - `too_many` (429): one app session started more than 20 sessions within a minute.
 * - `not_verified` (503): tokens came, but the provider could not be asked whose they are. They are
 *   kept for 15 minutes; the same post may be repeated.
 * - `not_listed` (503): the provider does not list the connection yet. Nothing was spent; the same
 *   post may be repeated.
 * - `identity_mismatch` (403): the browser names another user, vehicle or external id than the
 *   provider or the started session.
 * - `insufficient_permissions` (403): a required permission was not granted.
 * - `unexpected_permissions` (403): more was granted than was asked for.
 * - `wrong_mode` (403): the vehicle is of another mode than was asked for.
 */
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
  | 'not_verified'
  | 'not_listed'
  | 'identity_mismatch'
  | 'insufficient_permissions'
  | 'unexpected_permissions'
  | 'wrong_mode'

type Problem = { status: number; title: string; detail: string }

const problems: Readonly<Record<ProblemCode, Problem>> = {
  grant_refused: {
    status: 400,
    title: 'Smartcar did not accept the grant.',
    detail: 'Smartcar did not accept the grant: it has expired or was used before. Connect again.',
  },
  client_refused: {
    status: 502,
    title: 'Smartcar did not accept this application.',
    detail: 'Smartcar did not accept the credentials of this application. Its operator must act.',
  },
  unreachable: {
    status: 503,
    title: 'Smartcar cannot be reached.',
    detail: 'Smartcar cannot be reached at the moment. Nothing was sent; try again.',
  },
  timeout: {
    status: 504,
    title: 'Smartcar did not answer in time.',
    detail: 'Smartcar did not answer in time, so the car may not be connected. Connect again.',
  },
  provider_failed: {
    status: 502,
    title: 'Smartcar gave no usable answer.',
    detail: 'Smartcar gave no usable answer, so the car may not be connected. Connect again.',
  },
  outcome_unknown: {
    status: 504,
    title: 'The outcome is not known.',
    detail: 'The connection was interrupted and its outcome is not known. Connect again.',
  },
  not_stored: {
    status: 500,
    title: 'The car could not be saved.',
    detail: 'The car was granted but could not be saved here. Connect again.',
  },
  store_unavailable: {
    status: 503,
    title: 'Nothing can be saved at the moment.',
    detail: 'This application cannot save anything at the moment. Nothing was sent; try again.',
  },
  not_started: {
    status: 503,
    title: 'The session could not be started.',
    detail: 'The session could not be started. Try again in a moment.',
  },
  too_many: {
    status: 429,
    title: 'Too many sessions were started.',
    detail: 'Too many sessions were started within a minute. Wait a minute, then try again.',
  },
  not_verified: {
    status: 503,
    title: 'Smartcar could not be asked about the car.',
    detail: 'Smartcar could not be asked about the car. Nothing is lost; try again in a moment.',
  },
  not_listed: {
    status: 503,
    title: 'Smartcar does not list the connection yet.',
    detail: 'Smartcar does not list the new connection yet. Try again in a moment.',
  },
  identity_mismatch: {
    status: 403,
    title: 'The grant belongs to somebody else.',
    detail: 'The grant belongs to somebody else than this page says. Nothing was connected.',
  },
  insufficient_permissions: {
    status: 403,
    title: 'A needed permission was not granted.',
    detail: 'A permission that this application needs was not granted. Nothing was connected.',
  },
  unexpected_permissions: {
    status: 403,
    title: 'More was granted than was asked for.',
    detail: 'More was granted than this application asked for. Nothing was connected.',
  },
  wrong_mode: {
    status: 403,
    title: 'The vehicle is of another mode.',
    detail:
      'The vehicle is of another mode than this application asked for. Nothing was connected.',
  },
}

/**
 * Writes a problem as a problem document. Its `type` is the address of the section about it.
 *
 * @see https://datatracker.ietf.org/doc/html/rfc9457#section-3
 */
export function problemOutcome(code: ProblemCode): Outcome {
  const { status, title, detail } = problems[code]
  const type = `${troubleshooting}#${code}`
  return { status, body: JSON.stringify({ type, title, status, detail, code }) }
}

/** Writes a refusal. Every refusal has the same body, so that it tells an attacker nothing. */
export function refusalOutcome(status: number): Outcome {
  return {
    status,
    body: JSON.stringify({ type: 'about:blank', title: 'The request was refused.' }),
  }
}
