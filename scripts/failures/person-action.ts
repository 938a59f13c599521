// The one thing that a person can do after a failure: what ConnectStatus offers.

import { ConnectError, type ConnectErrorCode, type ConnectErrorDetails } from 'smartcar-connect'
import { type StatusAction, statusActions } from '../../packages/react/src/connect/status-words.ts'

const actions: Readonly<Record<StatusAction, string>> = {
  show: 'brings the popup to the front',
  cancel: 'cancels',
  retry: 'tries again, with the same grant',
  again: 'starts again',
  another: 'starts again, with another car',
  here: 'opens Connect in this tab',
  reload: 'reloads the page',
}

/** What a person does next, in words; the actions themselves are those of the React package. */
export function personAction(code: ConnectErrorCode, details?: ConnectErrorDetails): string {
  const offered = offeredAfter(code, details)
  return offered === undefined ? 'waits for the app to be mended' : actions[offered]
}

/** The action that is offered, if there is one. */
export function offeredAfter(
  code: ConnectErrorCode,
  details?: ConnectErrorDetails,
): StatusAction | undefined {
  return statusActions({ status: 'failed', error: new ConnectError(code, details) })[0]
}
