// The simulator behind a link that may be cut or slow, with its journal kept from the first request.

import { setTimeout as sleep } from 'node:timers/promises'
import { serveFetch } from '../../../packages/server/test/serve-fetch.ts'
import type { JournalEntry } from '../../../packages/simulator/src/memory/journal.ts'
import { createSimulator } from '../../../packages/simulator/src/simulator.ts'
import { stableHex } from '../../../packages/simulator/src/world/stable-hash.ts'
import type { GrantedCode, SentCode } from './books.ts'

/**
 * The network between servers and provider.
 *
 * - `good`: requests and answers arrive
 * - `away`: requests do not reach the provider
 * - `silent`: requests reach the provider, and the answers are lost
 * - `slow`: answers come after several seconds
 */
export type Link = 'good' | 'away' | 'silent' | 'slow'

/** The running provider. */
export type Provider = {
  readonly origin: string
  /** Changes the link for what servers ask from now on. People always reach the provider. */
  readonly setLink: (link: Link) => void
  /** Moves its clock against the real time. */
  readonly setClock: (offsetMs: number) => void
  /** The codes that it gave, by its own memory. */
  readonly granted: () => readonly GrantedCode[]
  /** Every code and token that it gave: none of them may stand in a log. */
  readonly secrets: () => readonly string[]
  /** The codes that its token endpoint was sent, by its journal. */
  readonly sent: () => Promise<readonly SentCode[]>
  readonly stop: () => Promise<void>
}

type Memory = {
  readonly codes: readonly (readonly [code: string, { readonly grantId: string }])[]
  readonly accessTokens: readonly (readonly [token: string, unknown])[]
  readonly refreshTokens: readonly (readonly [token: string, unknown])[]
  readonly grants: readonly (readonly [id: string, { readonly userId: string }])[]
}

const slowMs = 7_000
// The journal is a ring, so it is read before it has gone round.
const readJournalEveryMs = 500

/** Starts the provider on a free port, at 127.0.0.1: another site than the app, as in real life. */
export async function startProvider(): Promise<Provider> {
  let link: Link = 'good'
  let offsetMs = 0
  const simulator = createSimulator({ now: () => Date.now() + offsetMs })
  const sent = new Map<number, SentCode>()

  async function readJournal(): Promise<void> {
    const url = 'http://localhost/__simulator/journal?path=/oauth/token&method=POST'
    const read = await (await simulator.fetch(new Request(url))).json()
    for (const { number, parameters, status } of (read as { entries: JournalEntry[] }).entries) {
      const { code } = parameters
      if (code !== undefined) sent.set(number, { label: code, isTaken: status === 200 })
    }
  }
  const reading = setInterval(() => void readJournal(), readJournalEveryMs)

  async function fromServer(request: Request): Promise<Response> {
    const now = link
    if (now === 'away') throw new Error('The provider is away.')
    const response = await simulator.fetch(request)
    if (now === 'silent') throw new Error('The answer is lost.')
    if (now === 'slow') await sleep(slowMs)
    return response
  }

  const served = await serveFetch(request => {
    const isServer = /^\/(?:oauth2?\/token|v2\.0\/|v3\/)/.test(new URL(request.url).pathname)
    return isServer ? fromServer(request) : simulator.fetch(request)
  })
  return {
    origin: served.url,
    setLink(next) {
      link = next
    },
    setClock(next) {
      offsetMs = next
    },
    granted() {
      const { codes, grants } = simulator.snapshot().state as Memory
      const users = new Map(grants.map(([id, { userId }]) => [id, userId]))
      return codes.map(([code, { grantId }]) => ({
        label: `#${stableHex(code)}`,
        userId: users.get(grantId) ?? '',
      }))
    },
    secrets() {
      const { codes, accessTokens, refreshTokens } = simulator.snapshot().state as Memory
      return [codes, accessTokens, refreshTokens].flat().map(([secret]) => secret)
    },
    async sent() {
      await readJournal()
      return [...sent.values()]
    },
    async stop() {
      clearInterval(reading)
      await served.stop()
    },
  }
}
