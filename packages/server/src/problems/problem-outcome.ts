// The answers that are not data: a problem document for failures, one generic body for refusals.

import type { Outcome } from '../stores/outcome.ts'
import { troubleshooting } from '../troubleshooting.ts'
import type { Refusal } from './refusal.ts'

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
 * - `in_progress` (503): another call still works on the same grant. The same post may be repeated.
 * - `not_stored` (500): the callback of the app threw, took too long, or returned what is not JSON.
 * - `store_unavailable` (503): the store failed or took too long.
 * - `app_failed` (503): `appSession` or `limitKey` threw, took too long, or returned what is no text.
 * - `not_started` (503): no session was started, because `params` threw, took too long, or asked for
 *   what cannot be checked.
 * - `configuration` (500): an option of the handler cannot work; the message is for its developers.
 * - `body_read` (500): the body was read already, by a body parser in front of the handler.
 * - `cross_site` (403): a page of another site asked for a started session.
 * - `too_many` (429): one app session started more than 20 sessions within a minute, or one
 *   `limitKey` had as many grants that came to nothing.
 * - `not_verified` (503): tokens came, but the provider could not be asked whose they are. They are
 *   kept for 15 minutes; the same post may be repeated.
 * - `not_listed` (503): the provider does not list the connection yet. Nothing was spent; the same
 *   post may be repeated.
 * - `identity_mismatch` (403): the browser names another user, vehicle or external id than the
 *   provider, or the provider another one than the started session.
 * - `not_yours` (403): the vehicle is not one of this user's, or it was disconnected.
 * - `not_told` (502): the provider does not say what was granted: no vehicle, or no mode.
 * - `wrong_vehicle` (403): the vehicle does not have the VIN that was asked for, or does not tell it.
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
  | 'in_progress'
  | 'not_stored'
  | 'store_unavailable'
  | 'app_failed'
  | 'not_started'
  | 'configuration'
  | 'body_read'
  | 'cross_site'
  | 'too_many'
  | 'not_verified'
  | 'not_listed'
  | 'identity_mismatch'
  | 'not_yours'
  | 'not_told'
  | 'wrong_vehicle'
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
  in_progress: {
    status: 503,
    title: 'The connection is still being made.',
    detail: 'The connection is still being made. Try again in a moment.',
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
  app_failed: {
    status: 503,
    title: 'This application could not answer.',
    detail: 'This application could not answer at the moment. Nothing was sent; try again.',
  },
  configuration: {
    status: 500,
    title: 'This application is not set up correctly.',
    detail: 'This application is not set up correctly, so nothing was sent. Its operator must act.',
  },
  body_read: {
    status: 500,
    title: 'The body was read already.',
    detail:
      'The body was read already, before this endpoint got it. Mount the endpoint before body parsers.',
  },
  cross_site: {
    status: 403,
    title: 'This page is on another site.',
    detail:
      'This page is on another site than its endpoint, and browsers keep the cookie of a started session from it. Serve the endpoint from a host of the page’s site, or post a code to an endpoint with an authentication of its own.',
  },
  not_started: {
    status: 503,
    title: 'The session could not be started.',
    detail: 'The session could not be started. Try again in a moment.',
  },
  too_many: {
    status: 429,
    title: 'There were too many tries.',
    detail: 'There were too many tries within a minute. Wait a minute, then try again.',
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
  not_yours: {
    status: 403,
    title: 'This vehicle is not connected.',
    detail: 'This vehicle is not one that you have connected here. Connect again.',
  },
  not_told: {
    status: 502,
    title: 'Smartcar did not say what was granted.',
    detail: 'Smartcar did not say what was granted. Nothing was connected. Connect again.',
  },
  wrong_vehicle: {
    status: 403,
    title: 'This is another vehicle.',
    detail: 'This is another vehicle than this application asked for. Nothing was connected.',
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

/** Refusals that are a mistake in how the app is set up, or pass by themselves. */
const told = new Set<string>(['body_read', 'cross_site', 'too_many', 'not_yours'])

function isTold(reason: string): reason is ProblemCode {
  return told.has(reason)
}

/**
 * Writes a refusal. All but a few have the same body, so that it tells an attacker nothing. Those few
 * say what a developer or a person can do about it.
 */
export function refusalOutcome({ status, reason }: Refusal): Outcome {
  if (isTold(reason)) return problemOutcome(reason)
  return {
    status,
    body: JSON.stringify({ type: 'about:blank', title: 'The request was refused.' }),
  }
}
