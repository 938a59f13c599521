// Who hears of a failure, and who does not.

import { inspect } from 'node:util'
import { afterEach, beforeEach, expect, type MockInstance, test, vi } from 'vitest'
import type { ServerEvent } from '../server-event.ts'
import { createReporter } from './reporter.ts'

let lines: string[]
let consoleError: MockInstance<typeof console.error>
beforeEach(() => {
  lines = []
  consoleError = vi.spyOn(console, 'error').mockImplementation((...values) => {
    lines.push(values.map(value => (typeof value === 'string' ? value : inspect(value))).join(' '))
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

const credentials = [{ clientId: 'id', clientSecret: 'canary secret' }, undefined]
function failure(): ServerEvent {
  const basic = Buffer.from('id:canary+secret').toString('base64')
  const cause = new Error(`canary-code with canary secret in ${basic}`)
  return { type: 'exchange_failed', problem: 'not_stored', status: 500, step: 'onTokens', cause }
}
const clean = '[redacted] with [redacted] in [redacted]'

test('a developer without onEvent sees the cause on the console', { tags: ['F64', 'T32'] }, () => {
  createReporter(undefined, credentials)(failure(), ['canary-code'])
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/exchange_failed: not_stored at onTokens.*#not_stored/)
  expect(lines[0]).toContain(clean)
})

test('in production the cause goes to onEvent and to nobody else', { tags: ['F64', 'T32'] }, () => {
  vi.stubEnv('NODE_ENV', 'production')
  createReporter(undefined, credentials)(failure(), ['canary-code'])
  const events: ServerEvent[] = []
  const report = createReporter(event => events.push(event), credentials)
  report(failure(), ['canary-code'])
  expect(events).toMatchObject([{ step: 'onTokens', cause: { message: clean } }])
  expect(lines).toEqual([])
})

test('a made-up code cannot rename an event', () => {
  const events: ServerEvent[] = []
  createReporter(event => events.push(event))(failure(), ['exchange_failed'])
  expect(events).toMatchObject([{ type: 'exchange_failed' }])
})

test.each<[string, () => void]>([
  [
    'throws',
    () => {
      throw new Error('canary-code')
    },
  ],
  ['rejects', () => Promise.reject(new Error('canary-code'))],
  [
    'throws what cannot be read',
    () => {
      throw new Proxy(new Error('x'), {
        get: () => {
          throw new Error('not readable')
        },
      })
    },
  ],
])('an onEvent that %s is shown once, and ends nothing', { tags: ['F64'] }, async (_, onEvent) => {
  const report = createReporter(onEvent)
  for (let times = 0; times < 3; times += 1) report(failure(), ['canary-code'])
  await new Promise(resolve => setTimeout(resolve))
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('onEvent failed')
  expect(lines[0]).not.toContain('canary-code')
})

test('an onEvent that fails in production is silent', { tags: ['F64'] }, async () => {
  vi.stubEnv('NODE_ENV', 'production')
  createReporter(() => Promise.reject(new Error('log sink')))({ type: 'session_started' })
  await new Promise(resolve => setTimeout(resolve))
  expect(lines).toEqual([])
})

test('a console that throws ends nothing', { tags: ['F64'] }, () => {
  consoleError.mockImplementation(() => {
    throw new Error('EPIPE')
  })
  createReporter(undefined)(failure())
})

test.each<[ServerEvent, RegExp]>([
  [
    { type: 'session_refused', reason: 'origin', status: 403 },
    /: origin\. Put .*location\.origin.*#refused/,
  ],
  [{ type: 'exchange_refused', reason: 'grant_kind', status: 400 }, /another endpoint.*#refused/],
  [
    { type: 'webhook_refused', reason: 'body_read', status: 500 },
    /: body_read\. Mount .*#webhook_refused/,
  ],
  [
    { type: 'webhook_failed', step: 'onVehicleState', cause: new Error('broken') },
    /at onVehicleState\..*#webhook_failed.*broken/s,
  ],
  [
    { type: 'webhook_not_followed', eventType: 'X', step: 'store.a', cause: new Error('broken') },
    /at store\.a\..*#webhook_not_followed.*broken/s,
  ],
])('without onEvent the console shows %o', { tags: ['F64'] }, (event, line) => {
  createReporter(undefined)(event)
  expect(lines).toEqual([expect.stringMatching(line)])
})

test('a mistake in the options of a webhook is shown in production too', () => {
  vi.stubEnv('NODE_ENV', 'production')
  const cause = new TypeError('managementToken is missing')
  createReporter(undefined)({ type: 'webhook_failed', step: 'options', cause })
  createReporter(undefined)({ type: 'webhook_failed', step: 'onVehicleState', cause })
  expect(lines).toEqual([expect.stringMatching(/at options\..*managementToken is missing/s)])
})

test('what went well is not shown', () => {
  createReporter(undefined)({ type: 'session_started' })
  createReporter(undefined)({ type: 'exchange_succeeded', durationMs: 1 })
  expect(lines).toEqual([])
})

test.each<[ServerEvent, RegExp]>([
  [
    { type: 'request_refused', endpoint: 'connections', reason: 'origin', status: 403 },
    /request_refused: origin\..*#refused/,
  ],
  [
    { type: 'request_failed', endpoint: 'disconnect', problem: 'provider_failed', status: 502 },
    /request_failed: provider_failed\..*#provider_failed/,
  ],
])('without onEvent the console shows a request for vehicles: %o', (event, line) => {
  createReporter(undefined)(event)
  expect(lines).toEqual([expect.stringMatching(line)])
})
