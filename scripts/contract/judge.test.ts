// The judge of backends: this project's own and the one in Python pass, and each broken rule is found.

import { spawn, spawnSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createBench } from '../../packages/simulator/src/judge/bench.ts'
import { exchangeRules } from '../../packages/simulator/src/judge/exchange-rules.ts'
import { judgeBackend } from '../../packages/simulator/src/judge/judge.ts'
import { pageRules } from '../../packages/simulator/src/judge/page-rules.ts'
import { sessionRules } from '../../packages/simulator/src/judge/session-rules.ts'
import { webhookRules } from '../../packages/simulator/src/judge/webhook-rules.ts'
import { freePort } from '../service/free-port.ts'
import {
  type Break,
  logins,
  managementToken,
  startBackend,
  startSimulator,
} from './judged-backend.ts'

let simulator: Awaited<ReturnType<typeof startSimulator>>
beforeAll(async () => {
  simulator = await startSimulator()
})
afterAll(() => simulator.stop())

test.concurrent('the backend of this project keeps every rule', async () => {
  const { options, stop } = await startBackend(simulator.address)
  const verdicts = await judgeBackend(options)
  await stop()
  expect(verdicts.filter(({ result }) => result !== 'holds')).toEqual([])
  expect(verdicts.length).toBeGreaterThan(20)
})

const hasPython = spawnSync('python3', ['--version']).status === 0

test
  .skipIf(!hasPython)
  .concurrent('the example in Python keeps every rule of the parts it has', async () => {
    const port = await freePort()
    const env = {
      ...process.env,
      PORT: `${port}`,
      SMARTCAR_SIMULATOR: simulator.address,
      REDIRECT_PAGE: 'packages/client/redirect.html',
    }
    const child = spawn('python3', ['docs/backend-contract/example.py'], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await new Promise(resolve => child.stdout.once('data', resolve))
    const origin = `http://localhost:${port}`
    const backend = `${origin}/api/smartcar`
    const verdicts = await judgeBackend({ backend, origin, logins, managementToken })
    child.kill()
    expect(verdicts.filter(({ result }) => result === 'broken')).toEqual([])
    const skipped = verdicts.filter(({ result }) => result === 'skipped')
    expect(skipped.map(({ part }) => part)).toEqual(['events'])
  })

const rules = [...sessionRules, ...exchangeRules, ...pageRules, ...webhookRules]

/** Breaks one part, and leaves the others as they are. */
function only(part: string, broken: Break): Break {
  return (request, next, at) => (at === part ? broken(request, next, at) : next(request))
}

function withHeaders(request: Request, headers: Readonly<Record<string, string>>): Request {
  const changed = new Request(request)
  for (const [name, value] of Object.entries(headers)) changed.headers.set(name, value)
  return changed
}

function openToAll(part: string): Break {
  return only(part, async (request, next) => {
    const answer = await next(request)
    answer.headers.set('access-control-allow-origin', request.headers.get('origin') ?? '')
    return answer
  })
}

function editedSession(edit: (text: string) => string): Break {
  return only('session', async (request, next) => {
    const answer = await next(request)
    return new Response(edit(await answer.text()), answer)
  })
}

function bodiless(request: Request): Request {
  const headers = new Headers(request.headers)
  headers.delete('content-length')
  return new Request(request.url, { method: 'POST', headers, body: '{}' })
}

function asAda(request: Request): Request {
  return withHeaders(request, { cookie: 'user=ada' })
}

/** Takes whatever is not connected for connected. */
const believing: Break = only('exchange', async (request, next) => {
  const answer = await next(request)
  return answer.ok ? answer : Response.json([])
})

function sameSessionAgain(): Break {
  let first: string | undefined
  return editedSession(text => {
    first ??= text
    return first
  })
}

function otherOutcomes(): Break {
  let count = 0
  return only('exchange', async (request, next) => {
    const answer = await next(request)
    count += 1
    return answer.ok ? Response.json({ count }, { headers: answer.headers }) : answer
  })
}

/** Sends the cookies of the login and the browser that began the session, whoever asks. */
function forgivingOfCookies(): Break {
  const cookies = new Map<string, string>()
  return async (request, next, part) => {
    if (part === 'exchange') {
      const cookie = cookies.get(request.headers.get('idempotency-key') ?? '')
      return next(cookie === undefined ? request : withHeaders(request, { cookie }))
    }
    const answer = await next(request)
    if (part !== 'session' || !answer.ok) return answer
    const own = answer.headers.getSetCookie().map(line => line.split(';')[0])
    const { state } = (await answer.clone().json()) as { state: string }
    cookies.set(state, [request.headers.get('cookie'), ...own].join('; '))
    return answer
  }
}

const breaks: Readonly<Record<string, Break>> = {
  'answers 200 with url, state and expiresInMs, for no cache': editedSession(text =>
    text.replace('900000', '1000'),
  ),
  'asks Connect for no code, back to the origin of the page, under an external id': editedSession(
    text => text.replace('response_type=none', 'response_type=code'),
  ),
  'binds the session to this browser with a cookie that no script reads': only(
    'session',
    async (request, next) => {
      const answer = await next(request)
      const [cookie = ''] = answer.headers.getSetCookie()
      answer.headers.set('set-cookie', cookie.replace('HttpOnly; ', ''))
      return answer
    },
  ),
  'makes a new state and external id each time': sameSessionAgain(),
  'carries the state of the app behind its own': only('session', (request, next) =>
    next(bodiless(request)),
  ),
  'refuses what is no page of the app, nobody’s login, and other bodies': only(
    'session',
    (request, next) => next(withHeaders(request, { 'x-smartcar-connect': '1' })),
  ),
  'session: lets no foreign page read it (CORS)': openToAll('session'),
  'refuses to sign in again to a vehicle that is not this user’s': only(
    'session',
    (request, next) => next(bodiless(request)),
  ),
  'is there for everybody, as it was shipped and with its headers': only('redirect', async () =>
    Promise.resolve(
      new Response('<title>The app</title>', { headers: { 'content-type': 'text/html' } }),
    ),
  ),
  'connects a car, and answers the same post with the same outcome': otherOutcomes(),
  'refuses what is no page of the app, and nobody’s login': only('exchange', (request, next) =>
    next(withHeaders(request, { 'content-type': 'application/json' })),
  ),
  'takes a session only from the browser and the login that began it': forgivingOfCookies(),
  'connects nobody’s car by a user id that the browser says': believing,
  'refuses a simulated car, and permissions that were not asked for': believing,
  'waits for a car that is listed late, or says 503 and takes the same post later': only(
    'exchange',
    async () => new Response(null, { status: 502 }),
  ),
  'exchange: lets no foreign page read it (CORS)': openToAll('exchange'),
  'lists the cars of who asks, and refuses everybody else': only('connections', (request, next) =>
    next(asAda(request)),
  ),
  'signs in again to a car of the user': only('session', (request, next) => next(asAda(request))),
  'ends a car of the user, at Smartcar too, and nobody else’s': only(
    'disconnect',
    (request, next) => next(asAda(request)),
  ),
  'tells of a car that is disconnected, to pages of its own origin alone': only(
    'events',
    async (request, next) => {
      const answer = await next(request)
      return answer.ok ? new Response(': nothing\n\n', answer) : answer
    },
  ),
  'answers the challenge with its HMAC, and signs nothing else': only('webhook', async request => {
    const { data } = (await request.json()) as { data: { challenge: string } }
    const hmac = createHmac('sha256', managementToken).update(data.challenge)
    return Response.json({ challenge: hmac.digest('hex') })
  }),
  'takes what is signed, also twice, and refuses what is not': only(
    'webhook',
    async () => new Response(),
  ),
}

function nameOf({ part, rule }: (typeof rules)[number]): string {
  const isShared = rules.filter(one => one.rule === rule).length > 1
  return isShared ? `${part}: ${rule}` : rule
}

test('every rule is broken below, and no other', () => {
  expect(Object.keys(breaks)).toEqual(rules.map(nameOf))
})

test.concurrent.each(rules)('the judge finds a backend that breaks: $part $rule', async rule => {
  const { options, stop } = await startBackend(simulator.address, breaks[nameOf(rule)])
  const why = await rule.run(createBench(options))
  await stop()
  expect(why).toBeTypeOf('string')
})
