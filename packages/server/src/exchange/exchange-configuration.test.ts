// What is refused when the options are judged: at the first request, or by `check`.

import { afterEach, expect, test, vi } from 'vitest'
import { createExchange } from '../../test/create-exchange.ts'
import { exchangeRequest } from '../../test/exchange-request.ts'
import { tokenAnswer, vehicleAnswer } from '../../test/honest-provider.ts'
import { createMemoryStore } from '../stores/memory.ts'

afterEach(() => vi.unstubAllEnvs())

test.each([
  ['clientId', { clientId: '' }],
  ['clientSecret', { clientSecret: ' secret' }],
  ['redirectUri', { redirectUri: '/smartcar-redirect.html' }],
  ['redirectUri', { redirectUri: 'https://app.example.com/#x' }],
  ['redirectUri', { redirectUri: 'https://app.example.com/?code=x' }],
  ['origins', { origins: [] }],
  ['origins', { origins: 'https://app.example.com/a' }],
  ['origins', { origins: '*' }],
  ['origins', { origins: 'null' }],
  ['tokenUrl', { tokenUrl: 'http://auth.example.com/' }],
  ['apiUrl', { apiUrl: 'api.smartcar.com' }],
  ['requireSession', { requireSession: true }],
])('refuses a wrong %s when it is checked, and names it', async (name, options) => {
  const { handler } = createExchange(tokenAnswer, options)
  await expect(handler.check()).rejects.toThrow(TypeError)
  await expect(handler.check()).rejects.toThrow(name)
})

test('refuses a simulator in production', { tags: ['T42'] }, async () => {
  vi.stubEnv('NODE_ENV', 'production')
  const tokenUrl = 'http://localhost:4010/oauth/token'
  await expect(createExchange(tokenAnswer, { tokenUrl }).handler.check()).rejects.toThrow(
    /production/,
  )
})

test('can be created where secrets exist only at run time, as in a build', {
  tags: ['F74'],
}, async () => {
  const nothing = { clientId: undefined, clientSecret: undefined, origins: undefined } as never
  const { handler, sent, events } = createExchange(tokenAnswer, nothing)
  const response = await handler(exchangeRequest({ code: 'code' }))
  expect([response.status, await response.json()]).toMatchObject([500, { code: 'configuration' }])
  expect(sent).toEqual([])
  const cause = expect.objectContaining({ message: expect.stringContaining('clientId') })
  expect(events).toEqual([
    { type: 'exchange_failed', problem: 'configuration', status: 500, step: 'options', cause },
  ])
})

test('says on the console what is wrong, in production too, where nobody listens', {
  tags: ['F74'],
}, async () => {
  vi.stubEnv('NODE_ENV', 'production')
  const shown = vi.spyOn(console, 'error').mockImplementation(() => {})
  const { handler } = createExchange(tokenAnswer, { redirectUri: '', onEvent: undefined } as never)
  expect((await handler(exchangeRequest({ code: 'code' }))).status).toBe(500)
  expect(shown.mock.calls.flat().map(String).join(' ')).toMatch(/configuration.*redirectUri/)
  shown.mockRestore()
})

test('judges again after a store that was unreachable', { tags: ['F75'] }, async () => {
  let isDown = true
  const store = {
    ...createMemoryStore(),
    check() {
      if (isDown) throw new Error('connection refused')
    },
  }
  const { handler, events } = createExchange(tokenAnswer, { store })
  expect((await handler(exchangeRequest({ code: 'code' }))).status).toBe(503)
  expect(events).toMatchObject([{ problem: 'store_unavailable', step: 'store.check' }])
  isDown = false
  expect((await handler(exchangeRequest({ code: 'code' }))).status).toBe(200)
})

test.each(['http://localhost:4010', 'http://simulator:4010', 'https://simulator.example.com'])(
  'works in production against a simulator that was allowed, and warns once: %s',
  { tags: ['T42', 'T35'] },
  async simulator => {
    vi.stubEnv('NODE_ENV', 'production')
    const shown = vi.spyOn(console, 'error').mockImplementation(() => {})
    const asked: string[] = []
    const memory = createMemoryStore()
    const { handler, events } = createExchange(tokenAnswer, {
      simulator,
      allowSimulatorInProduction: true,
      mode: 'simulated',
      // Stands for a database: the memory store refuses production.
      store: { ...memory, check: undefined, claimExchange: async () => ({ status: 'conflict' }) },
      fetch: async request => {
        asked.push(request.url)
        return tokenAnswer()
      },
    })
    expect((await handler(exchangeRequest({ code: 'code' }))).status).toBe(409)
    await handler.check()
    expect(events.map(({ type }) => type)).toEqual(['simulator_in_production', 'exchange_refused'])
    expect(shown).toHaveBeenCalledOnce()
    shown.mockRestore()
  },
)

test('sends the code to the simulator that one option names', { tags: ['T35'] }, async () => {
  const asked: string[] = []
  const { handler } = createExchange(tokenAnswer, {
    simulator: 'http://simulator:4010',
    machine: { clientId: 'client', clientSecret: 'secret' },
    sleep: async () => {},
    fetch: async request => {
      asked.push(request.url)
      const { pathname } = new URL(request.url)
      if (pathname.includes('connections')) return Response.json({ data: [] })
      return pathname.includes('/oauth') ? tokenAnswer() : vehicleAnswer(request)
    },
  })
  await handler(exchangeRequest({ code: 'code' }))
  expect(asked).toEqual(
    expect.arrayContaining([
      'http://simulator:4010/oauth/token',
      'http://simulator:4010/v2.0/user',
      'http://simulator:4010/oauth2/token',
      expect.stringMatching('^http://simulator:4010/v3/connections?'),
    ]),
  )
  expect(asked.every(url => url.startsWith('http://simulator:4010/'))).toBe(true)
})
