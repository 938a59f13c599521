// Smartcar's own redirect page, for apps that have none: it posts to its opener, and that is all.

import type { ConnectMessage } from '../popup/message.ts'

/** What is needed to believe Smartcar's page. */
export type HostedAwaited = {
  /** The simulator, where it stands in for Smartcar. */
  connectOrigin: string | undefined
  popup: unknown
  state: string
}

// Its names for the redirect's parameters.
const names: Readonly<Record<string, string>> = {
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
  {
    isTrusted,
    origin,
    source,
    data,
  }: Pick<MessageEvent, 'isTrusted' | 'origin' | 'source' | 'data'>,
  { connectOrigin, popup, state }: HostedAwaited,
): ConnectMessage | undefined {
  const hosted = connectOrigin
    ? new URL(connectOrigin).origin
    : 'https://javascript-sdk.smartcar.com'
  if (!isTrusted || origin !== hosted || source !== popup) return undefined
  if (Object(data).name !== 'SmartcarAuthMessage' || data.state !== state) return undefined
  const params: Record<string, string> = {}
  for (const [name, param] of Object.entries(names)) {
    const value = Object.hasOwn(data, name) ? data[name] : undefined
    if (typeof value === 'string') params[param] = value
  }
  return { type: 'smartcar-connect', id: 'hosted', state, params }
}

/**
 * Listens for the hosted page. It cannot survive COOP: with its opener cut off it has no way left.
 *
 * @param signal ends the listening
 */
export function listenHosted(
  awaited: HostedAwaited,
  signal: AbortSignal,
  onAnswer: (message: ConnectMessage) => void,
): void {
  const onMessage = (event: MessageEvent) => {
    const message = acceptHosted(event, awaited)
    if (message) onAnswer(message)
  }
  // An abort before this changes nothing: such a signal adds no listener.
  addEventListener('message', onMessage, { signal })
}
