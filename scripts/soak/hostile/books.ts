// The books of a run: what the simulator granted, what was sent, what is stored, what people were told.

/** How one browser session ended, as its page showed it. */
export type SessionEnd = {
  /** The person's login in the app. */
  readonly person: string
  /** The status of the session, such as `connected`; `waiting` is no ending. */
  readonly status: string
  /** Why it was cancelled, or the code of the error. */
  readonly why?: string | undefined
  /** The HTTP status of the last answer of the backend, with an error. */
  readonly httpStatus?: number | undefined
  /** The code of the problem document, with an error. */
  readonly problem?: string | undefined
  /** Whether an earlier try of the same session was told that nobody knows the outcome. */
  readonly wasUncertain?: boolean | undefined
}

/** A code that the simulator gave. */
export type GrantedCode = {
  /** The label that stands for the code in the journal. */
  readonly label: string
  /** The provider's id of the user. */
  readonly userId: string
}

/** A code that reached the token endpoint. */
export type SentCode = {
  /** The label that stands for the code in the journal. */
  readonly label: string
  /** Whether it was answered with tokens. */
  readonly isTaken: boolean
}

/** The tokens of one grant, as they lie in the database. */
export type StoredTokens = {
  /** The owner: a person's login. */
  readonly person: string
  /** The provider's id of the user whose car it is. */
  readonly userId: string
}

/** Everything that is counted. */
export type Books = {
  readonly granted: readonly GrantedCode[]
  /** The codes that reached the token endpoint, in their order. */
  readonly sent: readonly SentCode[]
  readonly stored: readonly StoredTokens[]
  readonly sessions: readonly SessionEnd[]
  /** What ended by itself, and what could not be read. */
  readonly accidents: readonly string[]
}

/** Whether a session has reached one of its endings. */
export function isEnded({ status }: SessionEnd): boolean {
  return ['connected', 'cancelled', 'failed'].includes(status)
}

// Problems that say that the car may be connected although no answer came.
const uncertainProblems = new Set([
  'outcome_unknown',
  'in_progress',
  'timeout',
  'provider_failed',
  'not_stored',
])

/**
 * Whether the person was told that nobody knows the outcome: no answer in time, no connection, an
 * answer of something in between, or a problem that says so.
 */
export function saysUncertain({ status, why, problem, httpStatus = 0 }: SessionEnd): boolean {
  if (status !== 'failed') return false
  if (why === 'exchange_timeout' || why === 'network_error') return true
  if (why !== 'exchange_failed') return false
  return problem === undefined ? httpStatus >= 500 : uncertainProblems.has(problem)
}

/** Every sentence that does not add up. Balanced books have none. */
export function imbalances(books: Books): readonly string[] {
  const { granted, stored, sessions, accidents } = books
  const sent = books.sent.map(({ label }) => label)
  const owners = new Map(granted.map(({ label, userId }) => [label, userId]))
  const sentUsers = new Set(sent.map(label => owners.get(label)))
  const storedBy = new Set(stored.map(({ person }) => person))
  const ends = new Map(sessions.map(end => [end.person, end]))
  return [
    ...accidents,
    ...takenAgain(books.sent).map(label => `The code ${label} was taken, and sent again.`),
    ...sent
      .filter(label => !owners.has(label))
      .map(label => `The code ${label} was sent, but the simulator never gave it.`),
    ...repeated(stored.map(({ person }) => person)).map(
      person => `${person} has tokens twice for one session.`,
    ),
    ...stored
      .filter(({ userId }) => !sentUsers.has(userId))
      .map(({ person }) => `${person} has tokens of a code that was never sent.`),
    ...sessions
      .filter(end => !isEnded(end))
      .map(({ person, status }) => `The session of ${person} never ended: it is ${status}.`),
    ...sessions
      .filter(({ person, status }) => status === 'connected' && !storedBy.has(person))
      .map(({ person }) => `The page of ${person} says connected, but no tokens are stored.`),
    ...[...storedBy].flatMap(person => untold(person, ends.get(person))),
  ]
}

function untold(person: string, end: SessionEnd | undefined): readonly string[] {
  if (end === undefined) return [`${person} has tokens but had no session.`]
  if (end.status === 'connected' || saysUncertain(end) || !isEnded(end)) return []
  // Who gave up after a further try knows it from the first.
  if (end.status === 'failed' && end.wasUncertain === true) return []
  return [`Tokens of ${person} are stored, but their page says ${toldAs(end)}.`]
}

function toldAs({ status, why, problem, httpStatus }: SessionEnd): string {
  return [status, why, httpStatus, problem].filter(part => part !== undefined).join(' ')
}

// A refused code may be sent again a quarter of an hour later, which is at once where a clock jumps.
function takenAgain(sent: readonly SentCode[]): readonly string[] {
  const taken = sent.filter(({ isTaken }) => isTaken).map(({ label }) => label)
  return repeated(sent.map(({ label }) => label)).filter(label => taken.includes(label))
}

function repeated(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.filter((text, index) => texts.indexOf(text) !== index))]
}
