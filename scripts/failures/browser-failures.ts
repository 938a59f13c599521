// The codes of a ConnectError: where each happens, and what the developer does.

import type { ConnectErrorCode } from 'smartcar-connect'
import { type FailureRows, rows } from './failure-row.ts'

/** By code, in the order of the way. */
export const browserFailures: FailureRows<ConnectErrorCode> = {
  ...rows('click', {
    popup_blocked: 'Call `open()` directly in the click, with no `await` before it.',
    popup_failed: 'Look at `cause`: another script replaces `window.open`.',
    popup_unsupported: 'Give `redirectUri` as a path; let the sandbox keep its origin and popups.',
    not_loaded: 'Keep the files of the build before for a while after a deployment.',
  }),
  ...rows('Connect', {
    access_denied: 'Say what you need the access for.',
    invalid_subscription: 'Nothing; the subscription is the maker’s.',
    vehicle_incompatible: 'Show which vehicle it is, from `vehicle`.',
    no_vehicles: 'Nothing; another account may have one.',
    configuration_error: 'Correct the application in Smartcar’s dashboard; see `status`.',
    server_error: 'Nothing; it is Smartcar’s.',
    provider_error: 'Look at `providerError`; update this package.',
  }),
  ...rows('answer', {
    invalid_response: 'Look for what rewrites the address of the redirect page.',
    state_mismatch: 'If it happens often, look for what changes the address of the redirect page.',
    expired: 'Nothing.',
    login_changed: 'Nothing; the session was another person’s.',
  }),
  ...rows('exchange', {
    exchange_failed: 'Look at `status`, `problem` and `cause`, and at the log of your endpoint.',
    exchange_timeout: 'Make the endpoint answer in 15 seconds; see `durationMs` in its events.',
    network_error: 'Check that the endpoint is reachable and answers without a redirect.',
  }),
}
