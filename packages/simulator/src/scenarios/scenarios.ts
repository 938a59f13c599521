// The scenarios by name.

import type { Hop, OpenerPolicy, Scenario } from './scenario.ts'

const openerPolicyHops: readonly Hop[] = [
  'authorize',
  'brand',
  'sign-in',
  'car-maker',
  'vehicles',
  'return',
]

const openerPolicies: readonly OpenerPolicy[] = [
  'same-origin',
  'same-origin-allow-popups',
  'noopener-allow-popups',
]

const openerPolicyScenarios: readonly Scenario[] = openerPolicyHops.flatMap(hop =>
  openerPolicies.map(policy => ({
    name: `coop-${hop}-${policy}`,
    description: `The ${hop} hop sends Cross-Origin-Opener-Policy: ${policy}.`,
    openerPolicy: { [hop]: policy },
    ...(hop === 'car-maker' && { carMakerHop: true }),
  })),
)

/** Every scenario, in the order of the control page. */
export const scenarios: readonly Scenario[] = [
  { name: 'happy', description: 'Everything works.' },
  {
    name: 'coop',
    description: 'The sign-in page cuts the link to the opener, so the popup looks closed.',
    openerPolicy: { 'sign-in': 'same-origin' },
  },
  {
    name: 'slow',
    description:
      'Each page takes a second, the token endpoint three, and the list of connections four.',
    pageDelayMs: 1000,
    token: 'slow',
    connectionsDelayMs: 4000,
  },
  { name: 'slow-pages', description: 'Each page takes a second.', pageDelayMs: 1000 },
  {
    name: 'car-maker',
    description: 'A page of the car maker, on another origin, follows the sign-in.',
    carMakerHop: true,
  },

  { name: 'wrong-state', description: 'Another state comes back.', redirect: 'wrong-state' },
  { name: 'missing-state', description: 'No state comes back.', redirect: 'missing-state' },
  {
    name: 'duplicate-state',
    description: 'The state comes back twice.',
    redirect: 'duplicate-state',
  },
  {
    name: 'oversized-state',
    description: 'The state comes back with 100 kB behind it.',
    redirect: 'oversized-state',
  },
  {
    name: 'missing-code',
    description: 'Success comes back without a code or a user id.',
    redirect: 'missing-code',
  },
  { name: 'duplicate-code', description: 'Two codes come back.', redirect: 'duplicate-code' },
  {
    name: 'oversized-code',
    description: 'A code of 10 kB comes back.',
    redirect: 'oversized-code',
  },
  {
    name: 'code-and-error',
    description: 'A code and an error come back together.',
    redirect: 'code-and-error',
  },
  {
    name: 'oversized-description',
    description: 'A denial comes back with a description of 10 kB.',
    redirect: 'oversized-description',
  },
  {
    name: 'unknown-error',
    description: 'An error comes back that nobody has heard of.',
    redirect: 'unknown-error',
  },

  { name: 'access-denied', description: 'Signing in is declined.', ending: 'access_denied' },
  {
    name: 'invalid-subscription',
    description: 'The account has no connected-services subscription.',
    ending: 'invalid_subscription',
  },
  {
    name: 'vehicle-incompatible',
    description: 'The vehicle is not supported; its details come back if the person agrees.',
    ending: 'vehicle_incompatible',
  },
  { name: 'no-vehicles', description: 'The account has no vehicles.', ending: 'no_vehicles' },
  {
    name: 'returned-to-application',
    description: 'The person goes back to the application.',
    ending: 'user_manually_returned_to_application',
  },
  {
    name: 'configuration-error',
    description: 'The application is set up wrongly.',
    ending: 'configuration_error',
  },
  { name: 'server-error', description: 'The provider fails.', ending: 'server_error' },
  { name: 'user-cancelled', description: 'The person cancels.', ending: 'user_cancelled' },

  {
    name: 'expired-code',
    description: 'The code has expired when it arrives.',
    expiredCode: true,
  },
  {
    name: 'fewer-permissions',
    description: 'Only the first permission is granted, without an error.',
    granted: 'fewer',
  },
  {
    name: 'more-permissions',
    description: 'A permission is granted that nobody asked for.',
    granted: 'more',
  },
  {
    name: 'other-mode',
    description: 'A simulated vehicle is connected where a live one was asked for.',
    otherMode: true,
  },

  { name: 'token-slow', description: 'Tokens take three seconds.', token: 'slow' },
  { name: 'token-huge', description: 'The token answer is 5 MB long.', token: 'huge' },
  { name: 'token-html', description: 'The token endpoint answers 200 with HTML.', token: 'html' },
  {
    name: 'token-redirected',
    description: 'The token endpoint redirects to another origin.',
    token: 'redirected',
  },
  { name: 'token-malformed', description: 'The token answer is not JSON.', token: 'malformed' },
  { name: 'token-cut-off', description: 'The token answer ends in the middle.', token: 'cut-off' },
  { name: 'token-empty', description: 'The token answer is 200 and empty.', token: 'empty' },
  {
    name: 'token-wrong-types',
    description: 'The token answer has fields of the wrong type.',
    token: 'wrong-types',
  },
  {
    name: 'token-no-refresh',
    description: 'The token answer has no refresh token.',
    token: 'no-refresh-token',
  },
  { name: 'token-error', description: 'The token endpoint answers 500.', token: 'server-error' },
  {
    name: 'token-rate-limited',
    description: 'The token endpoint answers 429 with Retry-After.',
    token: 'rate-limited',
  },
  {
    name: 'token-make-refused',
    description: 'The token endpoint refuses the make of the vehicle.',
    token: 'make-refused',
  },

  {
    name: 'connections-lag',
    description: 'A new connection is listed only after five seconds.',
    connectionsLagMs: 5000,
  },
  {
    name: 'vehicle-asleep',
    description: 'A vehicle answers 409. The signals of version 3 stay as they were stored.',
    vehicle: 'asleep',
  },
  {
    name: 'vehicle-rate-limited',
    description: 'A vehicle answers 429 with Retry-After.',
    vehicle: 'rate-limited',
  },
  {
    name: 'application-rate-limited',
    description:
      'The vehicle APIs answer 429 with Retry-After, because the application calls too often.',
    vehicle: 'application-rate-limited',
  },
  {
    name: 'plan-exhausted',
    description: 'A vehicle answers 430: the plan allows no more calls.',
    vehicle: 'plan-exhausted',
  },
  {
    name: 'vehicle-server-error',
    description: 'A vehicle answers 500.',
    vehicle: 'server-error',
  },
  {
    name: 'vehicle-upstream-down',
    description: 'A vehicle answers 502. The signals of version 3 stay as they were stored.',
    vehicle: 'upstream-down',
  },
  {
    name: 'needs-reauthentication',
    description:
      'A vehicle asks for the person to sign in again, until they do. The signals of version 3 stay as they were stored.',
    vehicle: 'needs-reauthentication',
  },
  {
    name: 'provider-limits',
    description:
      'Version 3 allows an application 120 calls, two more each minute, and each vehicle 500 in a month.',
    limits: true,
  },

  {
    name: 'signals-late',
    description:
      'In version 3 a new vehicle is not found for five seconds, and has no signals for fifteen.',
    signals: 'late',
  },
  {
    name: 'signal-errors',
    description: 'Three signals of version 3 fail, each in another way.',
    signals: 'errors',
  },
  {
    name: 'slow-commands',
    description:
      'Commands of version 3 answer 202, and their document follows on the same answer three seconds later.',
    commands: 'slow',
  },
  {
    name: 'slow-commands-fail',
    description: 'Commands of version 3 answer 202, and an error follows on the same answer.',
    commands: 'slow-failing',
  },
  {
    name: 'command-timeout',
    description: 'Commands of version 3 answer 504, although the vehicle obeys.',
    commands: 'time-out',
  },

  {
    name: 'webhook-doubled',
    description: 'Webhooks deliver each event twice, with the same event id.',
    webhook: 'doubled',
  },
  {
    name: 'webhook-late',
    description: 'Webhooks deliver each event a minute late.',
    webhook: 'late',
  },
  {
    name: 'webhook-out-of-order',
    description: 'Webhooks deliver the second of two events of a vehicle first.',
    webhook: 'out-of-order',
  },
  {
    name: 'webhook-wrong-signature',
    description: 'Webhooks sign with another key than the management token.',
    webhook: 'wrong-signature',
  },
  {
    name: 'webhook-unknown-event',
    description: 'Webhooks deliver an event of a type that nobody has heard of beside each event.',
    webhook: 'unknown-event',
  },
  ...openerPolicyScenarios,
]

const byName = new Map(scenarios.map(scenario => [scenario.name, scenario]))

/** The scenario of a name, if there is one. */
export function findScenario(name: string): Scenario | undefined {
  return byName.get(name)
}

/** Says that a scenario does not exist and which ones do. */
export function unknownScenarioMessage(name: string): string {
  const names = scenarios.map(scenario => scenario.name).join(', ')
  return `There is no scenario “${name.slice(0, 64)}”, so the simulator cannot know how to behave. Choose one of: ${names}.`
}

/**
 * The scenario of a car or a token: the one that it was connected under or, if that was `happy`, the one
 * that the simulator has now. So a scenario that is chosen later also spoils what is connected already.
 */
export function scenarioOf(own: string, current: string): Scenario {
  return scenarioNamed(own === 'happy' ? current : own)
}

/** The scenario of a name that was checked when it came in. */
export function scenarioNamed(name: string): Scenario {
  return findScenario(name) ?? { name: 'happy', description: '' }
}
