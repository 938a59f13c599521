// What the functions of the app, the provider and the network know, and no log gets.

import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { createExchange } from '../../test/create-exchange.ts'
import { exchangeRequest } from '../../test/exchange-request.ts'
import { tokenAnswer, vehicleAnswer } from '../../test/honest-provider.ts'
import { createMemoryStore } from '../stores/memory.ts'
import type { ExchangeHandlerOptions } from './exchange-options.ts'

const code = 'canary-code-of-this-request'

function throwCode(): never {
  throw new Error(`The body was {"code":"${code}"}.`)
}

const memory = createMemoryStore()

test.each<[string, Partial<ExchangeHandlerOptions<unknown>>]>([
  ['appSession', { appSession: throwCode }],
  ['limitKey', { limitKey: throwCode }],
  ['the store', { store: { ...memory, claimExchange: throwCode } }],
])('a log got the code that %s had thrown', { tags: ['F64', 'T32'] }, async (_, options) => {
  const { handler, events } = createExchange(tokenAnswer, options)
  await handler(exchangeRequest({ code }))
  expect(inspect(events, { depth: 10 })).toContain('[redacted]')
  expect(inspect(events, { depth: 10 })).not.toContain(code)
})

test('a log got the login of a request whose headers were thrown', {
  tags: ['F64', 'T32'],
}, async () => {
  const { handler, events } = createExchange(tokenAnswer, {
    appSession: ({ headers }) => {
      throw Object.assign(new Error('No such login.'), { headers })
    },
  })
  const headers = {
    cookie: 'lang=en; login=canary-login-of-ada',
    authorization: 'Bearer canary-bearer-of-ada',
  }
  await handler(exchangeRequest({ code }, { headers }))
  const told = inspect(events, { depth: 10 })
  expect(told).toContain('No such login.')
  expect(told).toContain('lang=en')
  expect(told).not.toContain('canary-')
})

test('a log got the token that reaches every car', { tags: ['F64', 'T32'] }, async () => {
  const { handler, events } = createExchange(tokenAnswer, {
    machine: { clientId: 'machine', clientSecret: 'canary-machine-secret' },
    fetch: async request => {
      const { pathname } = new URL(request.url)
      if (pathname === '/oauth/token') return tokenAnswer()
      if (pathname === '/oauth2/token') {
        const access_token = 'canary-machine-token'
        return Response.json({ access_token, token_type: 'Bearer', expires_in: 3600 })
      }
      if (!pathname.startsWith('/v3/')) return vehicleAnswer(request)
      // As libraries do that put the request into their errors.
      const config = { headers: Object.fromEntries(request.headers) }
      throw Object.assign(new Error('socket hang up'), { config })
    },
  })
  const response = await handler(exchangeRequest({ code }))
  expect([response.status, await response.json()]).toMatchObject([503, { code: 'not_verified' }])
  const told = inspect(events, { depth: 10 })
  expect(told).toContain('socket hang up')
  expect(told).not.toContain('canary-')
})

test('a log got the beginning of a long code that Smartcar had named', {
  tags: ['F64', 'T32'],
}, async () => {
  const long = `canary-${'q7Zt2Lm9'.repeat(40)}`
  const { handler, events } = createExchange(() => {
    const error_description = `Invalid code: ${long}`
    return Response.json({ error: 'invalid_request', error_description }, { status: 400 })
  })
  await handler(exchangeRequest({ code: long }))
  expect(inspect(events, { depth: 10 })).not.toContain('canary-')
})

test('a browser got the tokens of an app that returned its row', { tags: ['T32'] }, async () => {
  const { handler, events } = createExchange(tokenAnswer, {
    onTokens: async ({ accessToken, refreshToken }) => ({ id: 7, accessToken, refreshToken }),
  })
  const response = await handler(exchangeRequest({ code }))
  const body = await response.text()
  expect([response.status, JSON.parse(body).code]).toEqual([500, 'not_stored'])
  expect(body).not.toContain('canary-')
  expect(events).toMatchObject([
    { step: 'onTokens', cause: { message: expect.stringContaining('returned a token') } },
  ])
})
