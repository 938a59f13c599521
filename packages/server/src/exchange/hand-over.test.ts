// What the app gets of a grant, and when it gets nothing.

import { expect, test, vi } from 'vitest'
import { createExchange } from '../../test/create-exchange.ts'
import { exchangeRequest } from '../../test/exchange-request.ts'
import { tokenAnswer } from '../../test/honest-provider.ts'

const code = 'canary-code'

test('gives onTokens the ids that the provider names', { tags: ['T01'] }, async () => {
  const onTokens = vi.fn(async () => undefined)
  const { handler } = createExchange(tokenAnswer, { onTokens })
  await handler(exchangeRequest({ code, userId: 'ada', vehicleId: 'car', state: 'tab' }))
  expect(onTokens).toHaveBeenCalledWith(
    expect.objectContaining({ accessToken: 'canary-access' }),
    expect.objectContaining({
      userId: 'ada',
      vehicles: [{ id: 'car', permissions: ['read_odometer'] }],
      unverified: { state: 'tab' },
    }),
  )
})

test('passes on what only the browser knows, and none of its ids', { tags: ['T01'] }, async () => {
  const onTokens = vi.fn(async () => undefined)
  const { handler } = createExchange(tokenAnswer, { onTokens })
  const known = { externalId: 'ours', virtualKeyUrl: 'https://tesla.com/_ak/app', state: 'tab' }
  await handler(exchangeRequest({ code, userId: 'ada', vehicleId: 'car', ...known }))
  const context = expect.objectContaining({ unverified: known })
  expect(onTokens).toHaveBeenCalledWith(expect.anything(), context)
})

test.each([
  ['null', null, 200, 'null'],
  ['false', false, 200, 'false'],
  ['nothing', undefined, 204, ''],
])('answers what onTokens returns: %s', async (_, data, status, body) => {
  const { handler } = createExchange(tokenAnswer, { onTokens: async () => data })
  const response = await handler(exchangeRequest({ code }))
  expect([response.status, await response.text()]).toEqual([status, body])
})

test.each([
  ['another user', { userId: 'eve' }],
  ['another vehicle', { vehicleId: 'other' }],
])('stores nothing when the browser names %s', { tags: ['T01'] }, async (_, claims) => {
  const onTokens = vi.fn(async () => undefined)
  const { handler } = createExchange(tokenAnswer, { onTokens })
  const response = await handler(exchangeRequest({ code, ...claims }))
  expect([response.status, await response.json()]).toMatchObject([
    403,
    { code: 'identity_mismatch' },
  ])
  expect(onTokens).not.toHaveBeenCalled()
})

test.each([
  ['insufficient_permissions', ['required:read_vin', 'read_odometer']],
  ['unexpected_permissions', ['read_vin']],
])('stores nothing with %s', { tags: ['T31'] }, async (problem, scope) => {
  const onTokens = vi.fn(async () => undefined)
  const { handler } = createExchange(tokenAnswer, { onTokens, scope })
  const response = await handler(exchangeRequest({ code }))
  expect([response.status, await response.json()]).toMatchObject([403, { code: problem }])
  expect(onTokens).not.toHaveBeenCalled()
})

test('answers a problem when what onTokens returns is no JSON', async () => {
  const { handler } = createExchange(tokenAnswer, { onTokens: async () => ({ kilometres: 1n }) })
  expect((await handler(exchangeRequest({ code }))).status).toBe(500)
  expect((await handler(exchangeRequest({ code }))).status).toBe(500)
})
