// Hears Smartcar's own redirect page, for apps that have none. It only posts to its opener.

import type { EndpointOptions } from '../options/connect-options.ts'
import type { ConnectMessage, Incoming } from '../popup/message.ts'

/** What a message of Smartcar's page is compared with. */
export type HostedSender = {
  /** The origin of the simulator, where it stands in for Smartcar. */
  connectOrigin: string | undefined
  /** The window that must have sent it. */
  popup: Window
  /** The whole `state` as it was sent. */
  state: string
}

/** The options that decide whether the hosted page may answer. */
export type HostedOptions = Pick<
  EndpointOptions,
  'connectOrigin' | 'redirectUri' | 'session' | 'unsafeHostedRedirect'
>

// The hosted page's names, and the redirect's.
const paramNames: Readonly<Record<string, string>> = {
  code: 'code',
  error: 'error',
  errorDescription: 'error_description',
  userId: 'user_id',
  externalId: 'external_id',
  virtualKeyUrl: 'virtual_key_url',
  vin: 'vin',
  make: 'make',
  model: 'model',
  year: 'year',
}

/**
 * Reads a message of the hosted page, if it is that page's answer to this session: its exact
 * origin, our popup, our state. `undefined` means: drop it.
 */
export function acceptHosted(
  { isTrusted, origin, source, data }: Incoming,
  { connectOrigin, popup, state }: HostedSender,
): ConnectMessage | undefined {
  const hosted = connectOrigin
    ? new URL(connectOrigin).origin
    : 'https://javascript-sdk.smartcar.com'
  if (!isTrusted || origin !== hosted || source !== popup) return undefined
  if (Object(data).name !== 'SmartcarAuthMessage' || data.state !== state) return undefined
  const params: Record<string, string> = {}
  for (const [name, param] of Object.entries(paramNames)) {
    const value = Object.hasOwn(data, name) ? data[name] : undefined
    if (typeof value === 'string') params[param] = value
  }
  return { type: 'smartcar-connect', id: 'hosted', state, params }
}

/**
 * Listens for the hosted page where the app has no redirect page of its own, or asked for it by
 * `unsafeHostedRedirect`. Once a page in the popup isolates itself (COOP), the hosted page's message
 * cannot arrive, as it has no channel.
 *
 * @param signal ends the listening
 */
export function listenHosted(
  options: HostedOptions,
  { popup, state }: Pick<HostedSender, 'popup' | 'state'>,
  onAnswer: (message: ConnectMessage) => void,
  signal: AbortSignal,
): void {
  const { connectOrigin, redirectUri, session, unsafeHostedRedirect } = options
  if (unsafeHostedRedirect !== true && (redirectUri || session)) return
  const onMessage = (event: MessageEvent) => {
    const message = acceptHosted(event, { connectOrigin, popup, state })
    if (message) onAnswer(message)
  }
  addEventListener('message', onMessage, { signal })
}
