// The version 3 token.

import { createSimulator } from 'smartcar-connect-simulator'
import { expect, test } from 'vitest'
import { createMachineToken } from './machine-token.ts'

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

test('says what to check and shows no secret when it is refused', { tags: ['T32'] }, async () => {
  const { machine } = create('canary-secret')
  const error = await machine.getAccessToken().catch((caught: unknown) => caught)
  expect(error).toMatchObject({ code: 'broken', message: /API credential/ })
  expect(JSON.stringify(error) + String(error)).not.toContain('canary')
})
