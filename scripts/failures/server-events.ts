// The events that tell of a failure: where each happens, and what the developer does.

import type { ServerEvent } from '../../packages/server/src/server-event.ts'
import { type FailureRows, rows } from './failure-row.ts'

/** Events that tell of nothing wrong. */
export const goodEvents = [
  'session_started',
  'exchange_succeeded',
  'exchange_replayed',
  'connection_refreshed',
  'webhook_verified',
  'webhook_handled',
] as const

/** The other events, by their type. */
export const serverEvents: FailureRows<Exclude<ServerEvent['type'], (typeof goodEvents)[number]>> =
  {
    ...rows('request', {
      session_refused: 'Look up `reason` in the table of refusals.',
      request_refused: 'Look up `reason` in the table of refusals.',
      exchange_refused: 'Look up `reason` in the table of refusals.',
      webhook_refused:
        'Look at `reason`: anybody can send an unsigned delivery; `body_read` means that a body parser is in front.',
      simulator_in_production: 'Take `allowSimulatorInProduction` out before real people come.',
    }),
    ...rows('exchange', {
      session_failed: 'Look up `problem` in the table of problems.',
      request_failed: 'Look up `problem` in the table of problems; `step` and `cause` say more.',
      exchange_failed: 'Look up `problem` in the table of problems; `step` and `cause` say more.',
      outcome_not_stored: 'Look at the database of the store.',
      webhook_failed: 'Look at `step` and `cause`. Smartcar delivers the event again.',
      webhook_not_followed:
        'Look at `step` and `cause`. The next event or session finds the vehicle.',
      callback_failed: 'Look at `step` and `cause`: it is a function of yours.',
    }),
    ...rows('vault', {
      refresh_failed: 'Look at `problem`, `providerStatus` and `cause`.',
      connection_needs_reauth: 'Ask the person to connect again.',
      connection_unreadable: 'Look up `code` in the table of the vault; `reference` finds the row.',
    }),
  }
