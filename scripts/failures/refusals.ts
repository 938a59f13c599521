// Why a request is refused: what only events tell, and what the developer does.

import type { RefusalReason } from '../../packages/server/src/problems/refusal.ts'
import { type FailureRows, rows } from './failure-row.ts'

/** By reason, in the order of the checks. */
export const refusals: FailureRows<RefusalReason> = {
  ...rows('headers', {
    method: 'Route only POST here, and OPTIONS for pages on another host.',
    content_type: 'Let no proxy change the content type.',
    custom_header: 'Let no proxy drop `X-Smartcar-Connect`.',
    origin: 'Put the exact origin of the page into `origins`.',
    fetch_site: 'Nothing; it was no page of yours.',
    cross_site: 'Serve the endpoint from the site of the page.',
    idempotency_key: 'Use this package in the browser, or send such a key.',
  }),
  ...rows('body', {
    body_read: 'Mount the endpoint before body parsers.',
    body_timeout: 'Nothing, if it is rare.',
    body_size: 'Send the grant alone.',
    body_shape: 'Use this package in the browser, or send its fields alone.',
  }),
  ...rows('session', {
    no_session: 'Let people log in before they connect; check `appSession`.',
    grant_kind: 'Give the callback for this kind of grant.',
    kind_mismatch: 'Nothing, if it is rare; it may be an attack.',
    session_mismatch: 'Give both handlers one `store` and one `appSession`.',
    not_yours: 'Nothing, if it is rare; let the person connect the vehicle.',
    setup_mismatch: 'Give both handlers the same addresses and `clientId`.',
  }),
  ...rows('grant', {
    too_many: 'Look whether `limitKey` is one for many people.',
    code_reused: 'Send each grant once, and `retry()` under the same key.',
  }),
}
