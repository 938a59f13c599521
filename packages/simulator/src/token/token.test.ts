// The token endpoint, from code to revocation.

import { expect } from 'vitest'
import { test } from '../../test/fixtures.ts'
import { expectShape, uuid } from '../../test/shape.ts'
import { createVisitor, type Visitor } from '../../test/visitor.ts'
import { createSimulator, type Simulator } from '../simulator.ts'

const redirectUri = 'http://localhost:5173/callback'

async function connect(visitor: Visitor, flags = ''): Promise<string> {
  await visitor.connect({ approval_prompt: 'force', make: 'TESLA', ...(flags && { flags }) })
  return new URL(visitor.address()).searchParams.get('code') ?? ''
}

function redeem(visitor: Visitor, code: string, more: Record<string, string> = {}) {
  return visitor.tokens({
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    ...more,
  })
}

// Recorded, and compared by the suites of official SDKs.
function invalidCode(code: string): unknown {
  return { error: 'invalid_request', error_description: `Invalid code: ${code}.` }
}

function invalidRefreshToken(token: string): unknown {
  return { error: 'invalid_request', error_description: `Invalid refresh_token: ${token}.` }
}

test('codes and tokens look like UUIDs', async ({ visitor }) => {
  const code = await connect(visitor)
  expectShape(code, uuid)
  expectShape((await redeem(visitor, code)).body, {
    access_token: uuid,
    token_type: 'Bearer',
    expires_in: 7200,
    refresh_token: uuid,
  })
})

test('a second use of a code revokes what the first gave', async ({ visitor }) => {
  const code = await connect(visitor)
  const first = await redeem(visitor, code)
  const accessToken = first.body.access_token
  expect((await visitor.read('/v2.0/vehicles', accessToken)).status).toBe(200)
  const second = await redeem(visitor, code)
  expect(second.status).toBe(400)
  expect(second.body).toEqual(invalidCode(code))
  expect((await visitor.read('/v2.0/vehicles', accessToken)).status).toBe(401)
  const refreshToken = first.body.refresh_token ?? ''
  const refresh = { grant_type: 'refresh_token', refresh_token: refreshToken }
  const refreshed = await visitor.tokens(refresh)
  expect([refreshed.status, refreshed.body]).toEqual([400, invalidRefreshToken(refreshToken)])
})

test('codes, access tokens and refresh tokens end on time', async ({ visitor }) => {
  const late = await connect(visitor)
  await visitor.moveClock(10 * 60_000)
  expect((await redeem(visitor, late)).body).toEqual(invalidCode(late))

  const tokens = (await redeem(visitor, await connect(visitor))).body
  await visitor.moveClock(7_199_000)
  expect((await visitor.read('/v2.0/vehicles', tokens.access_token)).status).toBe(200)
  await visitor.moveClock(1000)
  expect((await visitor.read('/v2.0/vehicles', tokens.access_token)).status).toBe(401)

  const refresh = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token ?? '' }
  const renewed = await visitor.tokens(refresh)
  expect(renewed.status).toBe(200)
  expect(renewed.body.refresh_token).not.toBe(tokens.refresh_token)
  await visitor.moveClock(60 * 86_400_000)
  const last = { ...refresh, refresh_token: renewed.body.refresh_token ?? '' }
  expect((await visitor.tokens(last)).body).toEqual(invalidRefreshToken(last.refresh_token))
})

test('a replaced refresh token works for its grace and no longer', async () => {
  const visitor = createVisitor(createSimulator())
  const tokens = (await redeem(visitor, await connect(visitor))).body
  const refresh = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token ?? '' }
  expect((await visitor.tokens(refresh)).status).toBe(200)
  await visitor.moveClock(599_000)
  expect((await visitor.tokens(refresh)).status).toBe(200)
  // The grace counts from the first replacement, not from the latest try.
  await visitor.moveClock(1000)
  expect((await visitor.tokens(refresh)).body).toEqual(invalidRefreshToken(refresh.refresh_token))
})

test('a wrong redirect URI gives nothing and leaves the code usable', async ({ visitor }) => {
  const code = await connect(visitor)
  const wrong = await redeem(visitor, code, { redirect_uri: `${redirectUri}/` })
  expect(wrong.body).toEqual({
    error: 'invalid_grant',
    error_description: `Unauthorized redirect_uri: ${redirectUri}/`,
  })
  const missing = await visitor.tokens({ grant_type: 'authorization_code', code })
  expect(missing.body.error).toBe('invalid_request')
  expect((await redeem(visitor, code)).status).toBe(200)
})

test('answers are JSON that nothing stores, and a wrong client is a 401 with a challenge', async ({
  simulator,
  visitor,
}) => {
  const good = await redeem(visitor, await connect(visitor))
  expect(good.headers.get('Cache-Control')).toBe('no-store')
  function post(init: RequestInit): Promise<Response> {
    return simulator.fetch(
      new Request('http://localhost:4010/oauth/token', { method: 'POST', ...init }),
    )
  }
  const unknown = await post({
    headers: { Authorization: `Basic ${btoa('demo-client:wrong')}` },
    body: new URLSearchParams({ grant_type: 'refresh_token' }),
  })
  expect(unknown.status).toBe(401)
  expect(unknown.headers.get('WWW-Authenticate')).toMatch(/^Basic/)
  expect(await unknown.json()).toMatchObject({ error: 'invalid_client' })
  const twice = await post({ body: new URLSearchParams('code=a&code=b') })
  expect(await twice.json()).toMatchObject({ error: 'invalid_request' })
})

test.each([
  ['token-html', 200, 'text/html'],
  ['token-huge', 200, 'application/json'],
  ['token-malformed', 200, 'application/json'],
  ['token-empty', 200, 'application/json'],
  ['token-wrong-types', 200, 'application/json'],
  ['token-no-refresh', 200, 'application/json'],
  ['token-error', 500, 'application/json'],
  ['token-rate-limited', 429, 'application/json'],
])('scenario %s answers %i as %s', async (scenario, status, type) => {
  const visitor = createVisitor(createSimulator())
  const answer = await visitor.rawTokens({
    grant_type: 'authorization_code',
    code: await connect(visitor, `scenario:${scenario}`),
    redirect_uri: redirectUri,
  })
  expect(answer.status).toBe(status)
  expect(answer.headers.get('Content-Type')).toContain(type)
  const text = await answer.text()
  if (scenario === 'token-huge') expect(text.length).toBeGreaterThan(5_000_000)
  if (scenario === 'token-malformed') expect(() => JSON.parse(text)).toThrow(SyntaxError)
  if (scenario === 'token-empty') expect(text).toBe('')
  if (scenario === 'token-wrong-types') {
    expect(JSON.parse(text)).toMatchObject({ expires_in: expect.any(String) })
  }
  if (scenario === 'token-no-refresh') expect(JSON.parse(text)).not.toHaveProperty('refresh_token')
  if (scenario === 'token-rate-limited') expect(answer.headers.get('Retry-After')).toBe('30')
})

test('scenario token-redirected leads to the other loopback name', async ({ visitor }) => {
  const code = await connect(visitor, 'scenario:token-redirected')
  const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri }
  const answer = await visitor.rawTokens(form)
  expect(answer.status).toBe(307)
  expect(answer.headers.get('Location')).toBe('http://127.0.0.1:4010/token-elsewhere')
})

test('scenario token-cut-off breaks off in the middle', async ({ visitor }) => {
  const code = await connect(visitor, 'scenario:token-cut-off')
  const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri }
  const answer = await visitor.rawTokens(form)
  await expect(answer.text()).rejects.toThrow()
})

test('scenario slow waits by the given clock, at each page and for the tokens', async () => {
  const waits: number[] = []
  const simulator = createSimulator({
    scenario: 'slow',
    wait: async durationMs => {
      waits.push(durationMs)
    },
  })
  const visitor = createVisitor(simulator)
  const code = await connect(visitor)
  expect(waits).toEqual([1000, 1000, 1000, 1000])
  await redeem(visitor, code)
  expect(waits.at(-1)).toBe(3000)
})

test('scenario expired-code gives a code that is too late already', async ({ visitor }) => {
  const code = await connect(visitor, 'scenario:expired-code')
  expect((await redeem(visitor, code)).body).toEqual(invalidCode(code))
})

test('scenario token-make-refused names the make', async ({ visitor }) => {
  const code = await connect(visitor, 'scenario:token-make-refused')
  const refused = await redeem(visitor, code)
  // Recorded, but for the status.
  expect([refused.status, refused.body]).toEqual([
    400,
    {
      error: 'unauthorized_client',
      error_description: 'Application not authorized to requested make(s): TESLA',
    },
  ])
})

test('no secret that an error repeats stands in the journal', async ({ simulator, visitor }) => {
  const code = await connect(visitor)
  await redeem(visitor, code)
  await redeem(visitor, code)
  await visitor.tokens({ grant_type: 'refresh_token', refresh_token: 'a-secret-of-mine' })
  const journal = await simulator.fetch(new Request('http://localhost:4010/__simulator/journal'))
  const text = await journal.text()
  expect(text).toContain('/oauth/token')
  expect(text).not.toContain(code)
  expect(text).not.toContain('a-secret-of-mine')
})

test('fifty uses of a code at once give tokens at most once', async ({ visitor }) => {
  const code = await connect(visitor)
  const answers = await Promise.all(Array.from({ length: 50 }, () => redeem(visitor, code)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
})

test('the code of a user who was removed gives no tokens', async ({ visitor, simulator }) => {
  const code = await connect(visitor)
  const { connections } = simulator.snapshot().state
  const [[, { userId } = { userId: '' }] = []] = connections as [string, { userId: string }][]
  const ended = await simulator.fetch(
    new Request(`http://localhost:4010/v3/users/${userId}`, {
      method: 'DELETE',
      headers: { Authorization: `Bearer ${await machineToken(simulator)}` },
    }),
  )
  expect(ended.status).toBe(204)
  expect(await redeem(visitor, code)).toMatchObject({ status: 400, body: invalidCode(code) })
})

async function machineToken(simulator: Simulator): Promise<string> {
  const headers = { Authorization: `Basic ${btoa('client_demo:demo-machine-secret')}` }
  const body = new URLSearchParams({ grant_type: 'client_credentials' })
  const answer = await simulator.fetch(
    new Request('http://localhost:4010/oauth2/token', { method: 'POST', headers, body }),
  )
  return ((await answer.json()) as { access_token: string }).access_token
}
