// What a developer does about a problem: for the console, and for the table of failures.

import type { ProblemCode } from './problem-outcome.ts'

/** One sentence for each problem. */
export const problemAdvice: Readonly<Record<ProblemCode, string>> = {
  configuration: 'Correct the option that the event and the log name.',
  body_read: 'Mount the endpoint before body parsers.',
  cross_site: 'Serve the endpoint from the site of the page.',
  too_many: 'Look for a component that fetches sessions in a loop, or for an attack.',
  app_failed: 'Look at `step` and `cause` of the event: `appSession` or `limitKey`.',
  not_started: 'Look at `cause` of the event: what `params` threw or asked for.',
  in_progress: 'Nothing; another call is at work.',
  unreachable: 'Look at `cause` of the event: name resolution, proxy, firewall.',
  timeout: 'If it happens often, look at the network of the server.',
  grant_refused: 'Look whether codes wait longer than 10 minutes.',
  client_refused:
    'Compare `clientId` and `clientSecret` with the dashboard; a backend’s `api` is the API credential (`client_…`), not the application.',
  provider_failed: 'Look at `host`, `providerStatus` and `cause` of the event.',
  not_verified: 'Look at `providerStatus` of the event; nothing is lost.',
  not_listed: 'Nothing; it is listed within seconds.',
  identity_mismatch: 'Nothing, if it is rare; it may be an attack.',
  not_yours: 'Read the list of vehicles again; it may be an attack.',
  not_told: 'Look what Smartcar lists for this vehicle; set `mode` only where it is told.',
  wrong_vehicle: 'Say which vehicle you need.',
  insufficient_permissions: 'Say what you need the permission for.',
  unexpected_permissions: 'Compare `scope` of page and server; it may be an edited address.',
  wrong_mode: 'Set `mode` alike in page and server.',
  not_stored: 'Look at `cause` of the event: what your callback threw or returned.',
  outcome_unknown: 'Look why the process ended, or why the store lost the outcome.',
  store_unavailable: 'Look at the database; `cause` of the event is its own word.',
}
