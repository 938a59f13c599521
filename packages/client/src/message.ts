// The message from the redirect page, and the decision whether to believe it.

/** The parameters that the redirect page passes on; whatever else is in the address stays there. */
export const answerNames: readonly string[] = [
  'code',
  'error',
  'error_description',
  'user_id',
  'vehicle_id',
  'external_id',
  'virtual_key_url',
  'vin',
  'make',
  'model',
  'year',
  'status_code',
  'error_message',
]

/** The longest that one parameter may be, in UTF-16 code units. */
export const maxLength = 2048

/** What the redirect page sends. `params` is empty where the address repeated or overfilled one. */
export type ConnectMessage = {
  type: 'smartcar-connect'
  /** Made up by the redirect page, so that a repeat is known as one. */
  id: string
  state: string
  params: Readonly<Record<string, string>>
}

/** What the opener answers, so that the redirect page may close. */
export type Acknowledgement = { type: 'smartcar-connect-ack'; id: string }

/** What the opener is waiting for. */
export type Awaited = {
  /** The only origin to believe: the app's own. */
  origin: string
  /** The whole `state` as it was sent. */
  state: string
  /** The popup that this session opened. */
  popup: unknown
}

/** What of a `MessageEvent` counts. */
export type Incoming = Pick<MessageEvent, 'isTrusted' | 'origin' | 'source' | 'data'>

/** The channel that only holders of the token can name. */
export function channelName(token: string): string {
  return `smartcar-connect:${token}`
}

/**
 * Decides whether a message is our redirect page's answer to this session.
 *
 * Cheap comparisons first, foreign data last, and the data is read by name, never copied or merged.
 * `undefined` means: drop it without a word.
 *
 * @param via `window` messages must come from our popup; a channel is ours by its name
 * @see RFC 9700, section 4.17
 */
export function acceptMessage(
  event: Incoming,
  awaited: Awaited,
  via: 'channel' | 'window',
): ConnectMessage | 'state_mismatch' | undefined {
  if (!event.isTrusted) return
  if (event.origin !== awaited.origin) return
  if (via === 'window' && event.source !== awaited.popup) return
  const message = event.data
  if (!isMessage(message)) return
  return message.state === awaited.state ? message : 'state_mismatch'
}

function isMessage(data: unknown): data is ConnectMessage {
  if (!isRecord(data) || Object.keys(data).sort().join() !== 'id,params,state,type') return false
  const { type, id, state, params } = data
  return (
    type === 'smartcar-connect' &&
    isText(id) &&
    isText(state) &&
    isRecord(params) &&
    Object.entries(params).every(([name, value]) => answerNames.includes(name) && isText(value))
  )
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.length <= maxLength
}
