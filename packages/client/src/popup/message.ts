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
  /** Who must have sent it: our popup; `null` on a channel, which is ours by its name. */
  source: unknown
  /** The whole `state` as it was sent. */
  state: string
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
 * Cheap comparisons first, foreign data last; and that is read by name, never copied or merged.
 * `undefined` means: drop it without a word.
 *
 * @see RFC 9700, section 4.17
 */
export function acceptMessage(
  event: Incoming,
  awaited: Awaited,
): ConnectMessage | 'state_mismatch' | undefined {
  if (!event.isTrusted) return
  if (event.origin !== awaited.origin) return
  if (event.source !== awaited.source) return
  const message = event.data
  if (!isMessage(message)) return
  return message.state === awaited.state ? message : 'state_mismatch'
}

// Exactly its own keys, all of them texts; of `params`, only known names are ever read.
function isMessage(data: unknown): data is ConnectMessage {
  if (keysOf(data) !== 'id,params,state,type') return false
  const { type, id, state, params } = data as ConnectMessage
  return (
    type === 'smartcar-connect' &&
    id !== '' &&
    keysOf(params) !== undefined &&
    [id, state, ...Object.values(params)].every(value => typeof value === 'string')
  )
}

function keysOf(data: unknown): string | undefined {
  return data && typeof data === 'object' ? Object.keys(data).sort().join() : undefined
}
