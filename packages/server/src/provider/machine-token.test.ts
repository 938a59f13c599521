// The version 3 token.

import { createSimulator } from 'smartcar-connect-simulator'
import { expect, test } from 'vitest'
import { createMachineToken } from './machine-token.ts'
import { isProviderError } from './provider-error.ts'

function create(clientSecret = 'demo-machine-secret') {
  let nowMs = Date.now()
  function now() {
    return nowMs
  }
  const simulator = createSimulator({ now })
  let calls = 0
  function fetch(request: Request): Promise<Response> {
    calls += 1
    return simulator.fetch(request)
  }
  const iamUrl = 'http://localhost:4010/oauth2/token'
  const machine = createMachineToken({ clientId: 'client_demo', clientSecret, iamUrl, fetch, now })
  function pass(ms: number) {
    nowMs += ms
  }
  return { machine, pass, calls: () => calls }
}

test('asks once for fifty parallel callers and keeps the token for an hour', {
  tags: ['T40'],
}, async () => {
  const { machine, pass, calls } = create()
  const tokens = await Promise.all(Array.from({ length: 50 }, () => machine.getAccessToken()))
  expect(new Set(tokens).size).toBe(1)
  pass(3_539_000)
  expect(await machine.getAccessToken()).toBe(tokens[0])
  expect(calls()).toBe(1)
  pass(2000)
  expect(await machine.getAccessToken()).not.toBe(tokens[0])
  expect(calls()).toBe(2)
})

test('credentials went by HTTP Basic, which this host does not document', async () => {
  const sent: Request[] = []
  const machine = createMachineToken({
    clientId: 'client_id',
    clientSecret: 'canary-secret',
    fetch: async request => {
      sent.push(request)
      return Response.json({ access_token: 'token', token_type: 'Bearer', expires_in: 3600 })
    },
  })
  await machine.getAccessToken()
  expect(sent[0]?.headers.has('authorization')).toBe(false)
  expect(Object.fromEntries(new URLSearchParams(await sent[0]?.text()))).toEqual({
    grant_type: 'client_credentials',
    client_id: 'client_id',
    client_secret: 'canary-secret',
  })
})

test('wrong credentials are a mistake of configuration, and show no secret', {
  tags: ['T32'],
}, async () => {
  const { machine } = create('canary-secret')
  const error = await machine.getAccessToken().catch((caught: unknown) => caught)
  expect(isProviderError(error)).toBe(true)
  expect(error).toMatchObject({
    code: 'client_refused',
    host: 'localhost:4010',
    status: 401,
    errorCode: 'invalid_client',
  })
  expect(JSON.stringify(error) + String(error)).not.toContain('canary')
})

test('uses no token for longer than it lives, whatever the provider or the clock says', {
  tags: ['F71'],
}, async () => {
  let nowMs = 1e12
  let calls = 0
  const machine = createMachineToken({
    clientId: 'id',
    clientSecret: 'secret',
    now: () => nowMs,
    fetch: async () => {
      calls += 1
      return Response.json({
        access_token: `token-${calls}`,
        token_type: 'Bearer',
        expires_in: 1e9,
      })
    },
  })
  expect(await machine.getAccessToken()).toBe('token-1')
  nowMs += 3_600_000
  expect(await machine.getAccessToken()).toBe('token-2')
  nowMs -= 4 * 3_600_000
  expect(await machine.getAccessToken()).toBe('token-3')
})

test('refuses a token that would add a header', { tags: ['T36'] }, async () => {
  const machine = createMachineToken({
    clientId: 'id',
    clientSecret: 'secret',
    fetch: async () => Response.json({ access_token: 'a\r\nx: y', token_type: 'Bearer' }),
  })
  await expect(machine.getAccessToken()).rejects.toMatchObject({ code: 'broken' })
})
