// Why deliveries of webhooks are refused.

/**
 * Why a delivery was refused. It goes to events, never to the sender.
 *
 * - `method`: the method is not POST.
 * - `body_read`: something in front of the handler, such as a body parser, has read the body already.
 * - `body_size`: the body is longer than 1 MiB.
 * - `body_timeout`: the body did not end within five seconds.
 * - `body_shape`: the body broke off, or is signed and no event.
 * - `signature`: the signature is missing or of another token. Anybody can send such a delivery.
 * - `too_old`: the event was delivered more than a day ago, so this is a copy.
 * - `challenge`: the challenge is no plain text, so its answer could sign a made-up event.
 */
export type WebhookRefusal =
  | 'method'
  | 'body_read'
  | 'body_size'
  | 'body_timeout'
  | 'body_shape'
  | 'signature'
  | 'too_old'
  | 'challenge'
