// What an exchange costs beside bare code that makes the same HTTP calls, for both versions.

import { createConnectBackend } from '../src/backend/connect-backend.ts'
import { createExchangeHandler } from '../src/exchange/exchange-handler.ts'
import { createMemoryStore } from '../src/stores/memory.ts'
import { pageOrigin } from '../test/backend-browser.ts'
import { cookieAfter } from '../test/cookie-jar.ts'
import { exchangeRequest } from '../test/exchange-request.ts'
import { tokenAnswer, vehicleAnswer } from '../test/honest-provider.ts'
import { type ServedFetch, serveFetch } from '../test/serve-fetch.ts'

const parallel = 20
const rounds = 3

/** A call as the handler made it, to be made again by bare code. */
type Call = { path: string; method: string; headers: Headers; body: string }

type Exchange = (number: number) => Promise<void>

async function rate(exchange: Exchange, exchanges: number): Promise<number> {
  let next = 0
  const startMs = performance.now()
  async function work(): Promise<void> {
    while (next < exchanges) {
      next += 1
      await exchange(next)
    }
  }
  await Promise.all(Array.from({ length: parallel }, work))
  return (exchanges / (performance.now() - startMs)) * 1000
}

/** Records what one exchange sends. */
async function callsOf(
  exchange: (fetch: (request: Request) => Promise<Response>) => Promise<void>,
): Promise<Call[]> {
  const calls: Call[] = []
  await exchange(async request => {
    const { pathname, search } = new URL(request.url)
    const { method, headers } = request
    calls.push({ path: pathname + search, method, headers, body: await request.clone().text() })
    return fetch(request)
  })
  return calls
}

/** Bare code: reads the post, makes the calls one after the other, reads the answers, answers. */
function bare(provider: ServedFetch, calls: readonly Call[]): Exchange {
  return async number => {
    const request = exchangeRequest({ userId: 'ada', number })
    await request.json()
    for (const { path, method, headers, body } of calls) {
      const sent = { method, headers, ...(body !== '' && { body }) }
      await (await fetch(`${provider.url}${path}`, sent)).json()
    }
    await Response.json({ connected: true }).text()
  }
}

async function expectGood(answer: Response): Promise<void> {
  if (!answer.ok) throw new Error(`The exchange answered ${answer.status}.`)
  await answer.text()
}

function versionTwo(
  provider: ServedFetch,
  send: (request: Request) => Promise<Response>,
): Exchange {
  const handler = createExchangeHandler({
    clientId: 'id',
    clientSecret: 'secret',
    redirectUri: `${pageOrigin}/smartcar-redirect.html`,
    origins: pageOrigin,
    tokenUrl: `${provider.url}/oauth/token`,
    apiUrl: provider.url,
    fetch: send,
    onTokens: async () => ({ connected: true }),
  })
  const run = crypto.randomUUID()
  return async number => {
    const key = `key-of-one-exchange-${number}-${run}`.slice(0, 60)
    await expectGood(await handler(exchangeRequest({ code: `${run}-${number}` }, { key })))
  }
}

/** The sessions are started before anything is measured, by a user each. */
async function versionThree(
  provider: ServedFetch,
  send: (request: Request) => Promise<Response>,
  count: number,
): Promise<Exchange> {
  const backend = createConnectBackend({
    applicationId: 'id',
    api: { clientId: 'client_id', clientSecret: 'secret' },
    simulator: provider.url,
    user: request => request.headers.get('x-test-user') ?? undefined,
    origins: pageOrigin,
    store: createMemoryStore(),
    fetch: send,
    onConnected: async () => ({ connected: true }),
  })
  const sessions: { state: string; cookie: string; userId: string }[] = []
  for (let number = 0; number <= count; number += 1) {
    const request = exchangeRequest({}, { headers: { 'x-test-user': `user-${number}` } })
    const address = `${pageOrigin}/api/smartcar/session`
    const response = await backend.fetch(new Request(address, request))
    const { state, url } = (await response.json()) as { state: string; url: string }
    const userId = `person-${new URL(url).searchParams.get('external_id')}`
    sessions.push({ state, cookie: cookieAfter('', response), userId })
  }
  return async number => {
    const { state = '', cookie = '', userId } = sessions[number] ?? {}
    const headers = { 'x-test-user': `user-${number}`, cookie }
    await expectGood(await backend.fetch(exchangeRequest({ userId }, { key: state, headers })))
  }
}

/** One person with one car for each external id. */
function listFor(externalId: string | null) {
  const user = { data: { id: `person-${externalId}` } }
  const relationships = { user, vehicle: { data: { id: `car-${externalId}` } } }
  const attributes = { permissions: ['read_odometer'], vehicle: { make: 'TESLA', mode: 'live' } }
  return { data: [{ id: `connection-${externalId}`, attributes, relationships }] }
}

async function answer(request: Request, providerMs: number): Promise<Response> {
  if (providerMs > 0) await new Promise(resolve => setTimeout(resolve, providerMs))
  const { pathname, searchParams } = new URL(request.url)
  if (pathname.startsWith('/v3/')) {
    return Response.json(listFor(searchParams.get('filter[user.externalId]')))
  }
  return pathname.endsWith('/token') ? tokenAnswer() : vehicleAnswer(request)
}

/**
 * Measures both versions against bare code, in turns, over HTTP on loopback; the best of each counts.
 *
 * @param providerMs how long the provider takes for an answer. With 0 only computing time counts.
 */
export async function benchSameCalls(providerMs: number) {
  const provider = await serveFetch(request => answer(request, providerMs))
  const one = await callsOf(async send => versionTwo(provider, send)(1))
  const two = await callsOf(async send => {
    const exchange = await versionThree(provider, send, 2)
    await exchange(1)
  })
  // The application's token is asked for once an hour.
  const three = two.filter(({ path }) => !path.endsWith('/token'))
  const best = { bareTwo: 0, two: 0, bareThree: 0, three: 0 }
  const exchanges = providerMs === 0 ? 2000 : 400
  for (let round = 0; round < rounds; round += 1) {
    best.bareTwo = Math.max(best.bareTwo, await rate(bare(provider, one), exchanges))
    best.two = Math.max(best.two, await rate(versionTwo(provider, fetch), exchanges))
    best.bareThree = Math.max(best.bareThree, await rate(bare(provider, three), exchanges))
    best.three = Math.max(
      best.three,
      await rate(await versionThree(provider, fetch, exchanges), exchanges),
    )
  }
  await provider.stop()
  function row(calls: number, bareRate: number, ownRate: number) {
    return {
      'HTTP calls': calls,
      'bare per second': Math.round(bareRate),
      'handler per second': Math.round(ownRate),
      'times the bare time': Number((bareRate / ownRate).toFixed(2)),
    }
  }
  return {
    [`version 2, memory, provider ${providerMs} ms`]: row(one.length, best.bareTwo, best.two),
    [`version 3, memory, provider ${providerMs} ms`]: row(three.length, best.bareThree, best.three),
  }
}
