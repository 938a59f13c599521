// English words for every state.

import type { ConnectErrorCode, Session } from 'smartcar-connect'

/** The words of one language. */
export type ConnectLabels = {
  status: { [status in Exclude<Session['status'], 'failed' | 'cancelled' | 'waiting'>]: string } & {
    waiting: { open: string; lost: string }
    cancelled: { [reason in Extract<Session, { status: 'cancelled' }>['reason']]: string }
    failed: { [code in ConnectErrorCode]: string }
  }
  actions: { show: string; cancel: string; retry: string }
}

/** English. */
export const en: ConnectLabels = {
  status: {
    idle: '',
    waiting: {
      open: 'Waiting for you in the Connect window.',
      lost: 'We can’t see the Connect window any more. If it is still open, carry on there.',
    },
    exchanging: 'Almost there: finishing the connection.',
    connected: 'Your car is connected.',
    redirecting: 'Taking you to Connect.',
    cancelled: {
      popup_closed: 'You closed the window before finishing. Nothing was connected.',
      returned_to_app: 'You came back before finishing. Nothing was connected.',
      aborted: 'Cancelled. Nothing was connected.',
      superseded: 'You started again in a new window.',
    },
    failed: {
      popup_blocked:
        'Your browser blocked the window. Allow windows for this site, then try again.',
      popup_unsupported:
        'Cars can’t be connected from inside this page. Open it in a tab of its own.',
      invalid_response: 'The answer from Connect made no sense. Nothing was connected. Try again.',
      state_mismatch: 'The answer belonged to another attempt, so it was not used. Try again.',
      expired: 'That took longer than 15 minutes. Nothing was connected. Try again.',
      exchange_failed: 'Your car agreed, but we could not finish on our side. Try again.',
      exchange_timeout: 'Finishing the connection is taking too long. Try again.',
      network_error: 'You seem to be offline. Check your connection, then try again.',
      provider_error: 'Connect reported a problem. Nothing was connected. Try again.',
      access_denied: 'You chose not to give access. Nothing was connected.',
      invalid_subscription:
        'Your car has no active subscription for connected services. Renew it with the carmaker, then try again.',
      vehicle_incompatible: 'This car can’t be connected.',
      no_vehicles: 'There is no car in that account.',
      configuration_error: 'This app is not set up correctly for Connect. Please tell its makers.',
      server_error: 'Connect is having trouble right now. Try again in a moment.',
    },
  },
  actions: { show: 'Show the window', cancel: 'Cancel', retry: 'Try again' },
}
