// The message from the redirect page, and the decision whether it is accepted.

/** The parameters that the redirect page passes on. Anything else in the address stays there. */
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
  /** Random, so that the opener knows a repeat of the message. */
  id: string
  /** The `state` of the redirect: the token, and the app's own value behind it. */
  state: string
  /** The parameters of the redirect, by the names in `answerNames`. */
  params: Readonly<Record<string, string>>
}

/** What the opener answers, so that the redirect page may close. `id` is that of the message. */
export type Acknowledgement = { type: 'smartcar-connect-ack'; id: string }

/** Where a message must come from. */
export type Sender = {
  /** The app's own origin. */
  origin: string
  /** The popup; `null` on a channel, whose name only holders of the token know. */
  source: Window | null
}

/** The parts of a `MessageEvent` that decide. */
export type Incoming = Pick<MessageEvent, 'isTrusted' | 'origin' | 'source' | 'data'>

/** The channel that only holders of the token can name. */
export function channelName(token: string): string {
  return `smartcar-connect:${token}`
}

/**
 * The message in an event, if the event is from our popup or channel and its data is a message.
 * Whether the message is this session's is for the session to decide, by its state.
 *
 * Cheap comparisons come first. Data of others comes last, and is read by name, never copied or
 * merged. `undefined` means: drop it without a word.
 *
 * @see https://datatracker.ietf.org/doc/html/rfc9700#section-4.17
 */
export function messageIn(event: Incoming, sender: Sender): ConnectMessage | undefined {
  return isFrom(sender, event) && isConnectMessage(event.data) ? event.data : undefined
}

/** Whether the browser itself says that the event is from this sender. */
function isFrom(
  { origin, source }: Sender,
  event: Pick<Incoming, 'isTrusted' | 'origin' | 'source'>,
): boolean {
  return event.isTrusted && event.origin === origin && event.source === source
}

/** Whether data is a message of the redirect page: exactly its own keys, all of them texts. */
export function isConnectMessage(data: unknown): data is ConnectMessage {
  if (keysOf(data) !== 'id,params,state,type') return false
  const { type, id, state, params } = data as ConnectMessage
  return (
    type === 'smartcar-connect' &&
    id !== '' &&
    keysOf(params) !== undefined &&
    [id, state, ...Object.values(params)].every(value => typeof value === 'string')
  )
}

/** Whether a message is the answer to the session with this state: the whole of it, exactly. */
export function isAnswerTo({ state }: ConnectMessage, expected: string): boolean {
  return state === expected
}

function keysOf(data: unknown): string | undefined {
  return data && typeof data === 'object' ? Object.keys(data).sort().join() : undefined
}
