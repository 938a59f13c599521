// Whose a session is: the page that is alive keeps it, and another takes it up only where none is.

// Much time for a page that is alive, little for a person who waits. A frozen page does not answer.
const answerMs = 400

// The sessions that live in this document, by the hashes of their tokens.
const live = new Set<string>()

/** What pages say to each other about one session; `id` is that of the page that asks. */
type Word = { word: 'ask' | 'alive' | 'taken'; id: string }

/** Notes that this document has the session, until it ends. */
export function markLive(hash: string, signal: AbortSignal): void {
  live.add(hash)
  signal.addEventListener('abort', () => live.delete(hash))
}

/**
 * Keeps a session for this page as long as it runs: other pages that ask are told.
 *
 * @param hash of the session's token
 * @param onTaken called when another page has taken the session, because this one was frozen
 * @param signal aborted when the session ends
 */
export function keepSession(hash: string, onTaken: () => void, signal: AbortSignal): void {
  markLive(hash, signal)
  const channel = openChannel(hash, signal)
  if (channel) answerOn(channel, onTaken)
}

/** Whether this document has the session. */
export function livesHere(hash: string): boolean {
  return live.has(hash)
}

/**
 * Takes a session that an earlier page began, unless a page that is alive has it: another tab has the same
 * record where one of the two was duplicated.
 *
 * @returns whether this page has the session now
 * @see https://html.spec.whatwg.org/multipage/document-sequences.html#creating-a-new-auxiliary-browsing-context
 */
export async function claimSession(
  hash: string,
  onTaken: () => void,
  signal: AbortSignal,
): Promise<boolean> {
  const channel = openChannel(hash, signal)
  if (!channel) return false
  markLive(hash, signal)
  const id = claimId()
  // Where asking throws, nobody can tell, so this page does not go on.
  const isTaken = hearsOfAnother(channel, id, signal).catch(() => true)
  if (signal.aborted || (await isTaken)) return false
  say(channel, 'taken', id)
  answerOn(channel, onTaken)
  return true
}

/** Whether a page that is alive has this session. */
export async function isAlive(hash: string): Promise<boolean> {
  const asking = new AbortController()
  const channel = openChannel(hash, asking.signal)
  // An empty id wins against nobody, so a page that claims the session answers it.
  const alive = !!channel && (await hearsOfAnother(channel, '', asking.signal).catch(() => false))
  asking.abort()
  return alive
}

// Asks, and waits for an answer. Of two pages that claim at once, the one with the greater id goes on.
function hearsOfAnother(channel: BroadcastChannel, id: string, signal: AbortSignal) {
  return new Promise<boolean>(resolve => {
    const timer = setTimeout(resolve, answerMs, false)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve(true)
    })
    channel.onmessage = ({ data }: MessageEvent<Word>) => {
      if (data.word === 'ask' && data.id < id) return say(channel, 'alive', data.id)
      if (data.word === 'alive' && data.id !== id) return
      clearTimeout(timer)
      resolve(true)
    }
    say(channel, 'ask', id)
  })
}

function answerOn(channel: BroadcastChannel, onTaken: () => void) {
  channel.onmessage = ({ data }: MessageEvent<Word>) => {
    if (data.word === 'ask') say(channel, 'alive', data.id)
    if (data.word === 'taken') onTaken()
  }
}

// A page that was reloaded has a claim before a copy of it: it is the one that was clicked.
function claimId(): string {
  const [visit] = (performance.getEntriesByType?.('navigation') ??
    []) as PerformanceNavigationTiming[]
  const random = crypto.getRandomValues(new Uint32Array(4))
  return `${visit?.type === 'reload' ? 1 : 0},${random}`
}

function say(channel: BroadcastChannel, word: Word['word'], id: string) {
  channel.postMessage({ word, id } satisfies Word)
}

function openChannel(hash: string, signal: AbortSignal): BroadcastChannel | undefined {
  try {
    const channel = new BroadcastChannel(`smartcar-connect-page:${hash}`)
    signal.addEventListener('abort', () => channel.close())
    return channel
  } catch {
    // No browser without channels lets a session survive a reload.
    return undefined
  }
}
