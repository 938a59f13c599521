// For the hostile soak: one backend process on a shared database, with a clock that can be moved.

import { createExchangeHandler } from '../src/exchange/exchange-handler.ts'
import { createSessionHandler } from '../src/session/session-handler.ts'
import { createTokenVault } from '../src/vault/token-vault.ts'
import { openSharedStore } from './open-shared-store.ts'
import { serveFetch } from './serve-fetch.ts'

/** The plan of the process, as JSON in its first argument. */
export type SoakPlan = {
  /** A file for SQLite, or a URL for PostgreSQL. */
  database: string
  /** Where the provider answers, pages and tokens alike. */
  providerUrl: string
  /** The origin of the app's page. */
  appOrigin: string
  vaultSecret: string
}

/** Asks the process to move its clock; it counts from the real time. */
export type ClockMove = { offsetMs: number }

/** What the process tells once it listens. */
export type Listening = { url: string }

const plan: SoakPlan = JSON.parse(process.argv[2] ?? '')
let offsetMs = 0
function now(): number {
  return Date.now() + offsetMs
}

function personOf(request: Request): string | undefined {
  return /(?:^|; )person=([\w-]+)/.exec(request.headers.get('cookie') ?? '')?.[1]
}

const provider = {
  clientId: 'demo-client',
  clientSecret: 'demo-secret',
  tokenUrl: `${plan.providerUrl}/oauth/token`,
  store: openSharedStore(plan.database, now).store,
  now,
}
const app = {
  ...provider,
  redirectUri: `${plan.appOrigin}/smartcar-redirect.html`,
  origins: plan.appOrigin,
  appSession: personOf,
}
const scope = ['required:read_vehicle_info', 'read_odometer']
const vault = createTokenVault({ ...provider, keys: [{ kid: 'soak', secret: plan.vaultSecret }] })
const exchange = createExchangeHandler({
  ...app,
  apiUrl: plan.providerUrl,
  scope,
  mode: 'simulated',
  async onTokens(tokens, { request, userId }) {
    await vault.save({ user: personOf(request) ?? '', connection: userId }, tokens)
    return { stored: true }
  },
})
const session = createSessionHandler({
  ...app,
  connectUrl: plan.providerUrl,
  // The soak chooses how the provider behaves, and says it in this address.
  params({ request }) {
    const scenario = new URL(request.url).searchParams.get('scenario')
    return { mode: 'simulated', scope, flags: { scenario: scenario ?? 'happy' } }
  },
})

process.on('message', (move: ClockMove) => {
  offsetMs = move.offsetMs
})
// The soak may have ended without a word.
process.once('disconnect', () => process.exit())
process.once('SIGTERM', () => process.exit())

const { url } = await serveFetch(async request => {
  const { pathname } = new URL(request.url)
  if (pathname === '/session') return session(request)
  if (pathname === '/exchange') return exchange(request)
  return new Response('ready')
})
process.send?.({ url } satisfies Listening)
