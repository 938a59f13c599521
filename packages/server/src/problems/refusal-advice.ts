// What a developer does about a request that was refused: for the console, and for the table of failures.

import type { WebhookRefusal } from '../webhook/webhook-refusal.ts'
import type { RefusalReason } from './refusal.ts'

/** One sentence for each reason. */
export const refusalAdvice: Readonly<Record<RefusalReason, string>> = {
  method: 'Route only POST here, and OPTIONS for pages on another host.',
  content_type: 'Let no proxy change the content type.',
  custom_header: 'Let no proxy drop `X-Smartcar-Connect`.',
  origin: 'Put the exact origin of the page (`location.origin`, with its port) into `origins`.',
  fetch_site: 'Nothing; it was no page of yours.',
  cross_site: 'Serve the endpoint from the site of the page.',
  idempotency_key: 'Use this package in the browser, or send such a key.',
  body_read: 'Mount the endpoint before body parsers.',
  body_timeout: 'Nothing, if it is rare.',
  body_size: 'Send the grant alone.',
  body_shape: 'Use this package in the browser, or send its fields alone.',
  no_session: 'Let people log in before they connect; check `appSession`, or `user` of a backend.',
  grant_kind:
    'Give the callback for this kind of grant, or look whether another endpoint answers at its address.',
  kind_mismatch: 'Nothing, if it is rare; it may be an attack.',
  session_mismatch: 'Give both handlers one `store` and one `appSession`.',
  not_yours: 'Nothing, if it is rare; let the person connect the vehicle.',
  setup_mismatch: 'Give both handlers the same addresses and `clientId`.',
  too_many: 'Look whether `limitKey` is one for many people.',
  code_reused: 'Send each grant once, and `retry()` under the same key.',
}

/** The same for deliveries of webhooks. */
export const webhookAdvice: Readonly<Record<WebhookRefusal, string>> = {
  method: 'Smartcar posts; it was somebody else.',
  body_read: 'Mount the webhook before body parsers: the signature is over the raw bytes.',
  body_size: 'Nothing; it was not from Smartcar.',
  body_timeout: 'Nothing, if it is rare.',
  body_shape: 'Nothing, if it is rare.',
  signature:
    'Compare `managementToken` with the dashboard, if Smartcar sent it; anybody can send an unsigned delivery.',
  too_old: 'Look at the clock of this machine, if it is not a copy.',
  challenge: 'Nothing; Smartcar’s challenges are plain.',
}
