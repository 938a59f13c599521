// What the rules of a backend are given: pages of two people, and the way of one connection.

import { type AppPage, type Changes, openPage } from './app-page.ts'
import { walkThroughConnect } from './person.ts'

/** What is judged, and with what. */
export type JudgeOptions = {
  /** The address of the backend, such as `http://localhost:3000/api/smartcar`. */
  readonly backend: string
  /** The origin of the app's pages. */
  readonly origin: string
  /** The headers of two logins of the app, such as `Cookie: session=…`. */
  readonly logins: readonly [string, string]
  /** The management token that the backend has; without it, the webhook is not judged. */
  readonly managementToken?: string | undefined
}

/** A started session. */
export type Session = { readonly address: URL; readonly token: string; readonly answer: Response }

/** Something that the backend must do. `run` returns what is wrong, or nothing. */
export type Rule = {
  /** The part of the backend, as the contract names it. */
  readonly part:
    | 'session'
    | 'redirect'
    | 'exchange'
    | 'connections'
    | 'disconnect'
    | 'events'
    | 'webhook'
  /** What must hold. */
  readonly rule: string
  readonly run: (bench: Bench) => Promise<string | undefined>
}

/** What a rule works with. */
export type Bench = {
  readonly options: JudgeOptions
  /** Opens a page in a browser of its own. @param person 0 or 1: who is logged in */
  readonly page: (person?: 0 | 1) => AppPage
  /** Makes up an email: a person that no rule has met. */
  readonly newEmail: () => string
  /** Starts a session. @throws {Error} if the answer is none */
  readonly start: (page: AppPage, body?: object) => Promise<Session>
  /** Walks from its address; `change` edits the address before. */
  readonly walk: (
    session: Session,
    email: string,
    change?: Readonly<Record<string, string>>,
  ) => Promise<URLSearchParams>
  /** Hands over what came back. */
  readonly hand: (
    page: AppPage,
    session: Session,
    result: URLSearchParams,
    changes?: Changes,
  ) => Promise<Response>
  /** All of it, for a new person or the given one. @throws {Error} if nothing is connected */
  readonly connect: (page: AppPage, email?: string, body?: object) => Promise<Response>
}

/** Creates a bench. */
export function createBench(options: JudgeOptions): Bench {
  async function start(page: AppPage, body: object = {}): Promise<Session> {
    let answer = await page.post('session', body)
    if (answer.status === 429) {
      // A run takes more sessions than a login may have in a minute, if the backend counts them.
      await sleep(Number(answer.headers.get('retry-after')) || 60)
      answer = await page.post('session', body)
    }
    const text = await answer.clone().text()
    const { url, state } = parse(text) as { url?: unknown; state?: unknown }
    if (typeof url !== 'string' || !URL.canParse(url) || typeof state !== 'string') {
      throw new Error(`no session was started: ${answer.status} ${text.slice(0, 200)}`)
    }
    return { address: new URL(url), token: state, answer }
  }

  function walk(
    { address }: Session,
    email: string,
    change: Readonly<Record<string, string>> = {},
  ): Promise<URLSearchParams> {
    const edited = new URL(address)
    for (const [name, value] of Object.entries(change)) edited.searchParams.set(name, value)
    return walkThroughConnect(edited, email)
  }

  function hand(
    page: AppPage,
    { token }: Session,
    result: URLSearchParams,
    changes: Changes = {},
  ): Promise<Response> {
    const names = { user_id: 'userId', vehicle_id: 'vehicleId', external_id: 'externalId' }
    const grant = Object.entries(names).flatMap(([name, field]) => {
      const value = result.get(name)
      return value === null ? [] : [[field, value]]
    })
    return page.post('exchange', Object.fromEntries(grant), {
      'idempotency-key': token,
      ...changes,
    })
  }

  const bench: Bench = {
    options,
    page: (person = 0) => openPage({ ...options, login: options.logins[person] }),
    newEmail: () => `judge-${crypto.randomUUID()}@example.com`,
    start,
    walk,
    hand,
    async connect(page, email = bench.newEmail(), body = {}) {
      const session = await start(page, body)
      const answer = await hand(page, session, await walk(session, email))
      if (!answer.ok) throw new Error(`no car was connected: ${await wordsOf(answer)}`)
      return answer
    },
  }
  return bench
}

/** An answer in a few words, for what is wrong. */
export async function wordsOf(answer: Response): Promise<string> {
  return `${answer.status} ${(await answer.clone().text()).slice(0, 200)}`.trim()
}

/** Says what is wrong with an answer that had to be a refusal. */
export async function notRefused(
  what: string,
  answer: Response,
  statuses: readonly number[] = [400, 401, 403, 404, 405, 409, 415, 422],
): Promise<string | undefined> {
  if (statuses.includes(answer.status)) return undefined
  return `${what} was answered with ${await wordsOf(answer)}`
}

/** Waits. @param seconds at most two minutes of them */
export function sleep(seconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, Math.min(seconds, 120) * 1000))
}

function parse(text: string): object {
  try {
    return Object(JSON.parse(text))
  } catch {
    return {}
  }
}
