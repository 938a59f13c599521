// What the client of version 3 makes of errors, half answers, slow and huge ones, and ids that are none.

import { expect, test } from 'vitest'
import { createSmartcarApi } from './smartcar-api.ts'
import type { SmartcarApi } from './smartcar-api-contract.ts'
import type { SmartcarApiOptions } from './smartcar-api-options.ts'

const car = { userId: 'ada', vehicleId: 'car' }
const token = { access_token: 'token', token_type: 'Bearer', expires_in: 3600 }

function open(answer: () => Response | Promise<Response>, more: Partial<SmartcarApiOptions> = {}) {
  const sent: string[] = []
  let nowMs = 0
  const api = createSmartcarApi({
    clientId: 'client_id',
    clientSecret: 'secret',
    fetch: async request => {
      if (new URL(request.url).pathname.endsWith('/token')) return Response.json(token)
      sent.push(request.url)
      return answer()
    },
    clock: {
      now: () => nowMs,
      sleep: async ms => {
        nowMs += ms
      },
    },
    ...more,
  })
  return { api, sent }
}

function versionThree(status: number, type: string, code: string | null) {
  const resolution = { type: 'RETRY_LATER' }
  return { errors: [{ status: String(status), type, code, detail: 'In short.', resolution }] }
}

test.each<[status: number, type: string, code: string | null, tries: number]>([
  [401, 'AUTHENTICATION', 'UNAUTHORIZED', 2],
  [403, 'AUTHENTICATION', 'ACCESS_DENIED', 1],
  [403, 'PERMISSION', null, 1],
  [400, 'VALIDATION', 'MISSING_PARAMETER', 1],
  [404, 'RESOURCE_NOT_FOUND', 'VEHICLE_NOT_FOUND', 1],
  [400, 'CONNECTED_SERVICES_ACCOUNT', 'AUTHENTICATION_FAILED', 1],
  [409, 'VEHICLE_STATE', 'ASLEEP', 1],
  [430, 'BILLING', 'VEHICLE_REQUEST_LIMIT', 1],
  [500, 'SERVER', 'INTERNAL', 3],
  [501, 'COMPATIBILITY', 'VEHICLE_NOT_CAPABLE', 1],
  [502, 'UPSTREAM', 'NO_RESPONSE', 3],
])('%s %s %s is an error with its words, after %s tries', async (status, type, code, tries) => {
  const { api, sent } = open(() => Response.json(versionThree(status, type, code), { status }))
  await expect(api.signals(car)).rejects.toMatchObject({
    name: 'SmartcarApiError',
    failure: 'refused',
    status,
    type,
    code: code ?? undefined,
    resolution: { type: 'RETRY_LATER' },
    message: expect.stringContaining('In short.'),
  })
  expect(sent).toHaveLength(tries)
})

test.each<[what: string, body: unknown]>([
  [
    'version 2',
    { type: 'VEHICLE_STATE', code: 'ASLEEP', description: 'It sleeps.', statusCode: 409 },
  ],
  ['the token host', { error: 'VEHICLE_STATE', error_description: 'It sleeps.' }],
  ['an empty list', { errors: [] }],
  ['nothing in it', {}],
  ['a list', []],
  ['null', null],
])('an error document of %s is an error too', async (_what, body) => {
  const { api } = open(() => Response.json(body, { status: 409 }))
  await expect(api.signals(car)).rejects.toMatchObject({ failure: 'refused', status: 409 })
})

const readings: readonly (readonly [string, (api: SmartcarApi) => Promise<unknown>])[] = [
  ['signals', api => api.signals(car)],
  ['signal', api => api.signal(car, 'odometer-traveleddistance')],
  ['vehicle', api => api.vehicle('car')],
  ['connection', api => api.connection('id')],
  ['subscription', api => api.subscription('id')],
  ['compatibleVehicles', api => api.compatibleVehicles()],
]

test.each(readings)(
  '%s: an answer in another form is an error, and no value',
  async (_name, read) => {
    for (const body of [null, 5, 'text', {}, { data: 5 }, { data: null }, { data: { id: 5 } }]) {
      const { api } = open(() => Response.json(body))
      await expect(read(api)).rejects.toMatchObject({ failure: 'unreadable' })
    }
  },
)

test('a list with an item that is none says so, and skips nobody', async () => {
  const { api } = open(() => Response.json({ data: [{ id: 'connection' }] }))
  await expect(api.connections().next()).rejects.toMatchObject({ failure: 'unreadable' })
})

test('an endless answer is stopped, a slow one ends with the deadline', async () => {
  const chunk = new Uint8Array(1024 * 1024)
  const endless = open(
    () =>
      new Response(new ReadableStream({ pull: controller => controller.enqueue(chunk) }), {
        headers: { 'content-type': 'application/json' },
      }),
    { deadlineMs: 5_000 },
  )
  await expect(endless.api.vehicle('car')).rejects.toMatchObject({ failure: 'unreadable' })
  const slow = open(() => new Promise<Response>(() => {}), { deadlineMs: 20 })
  await expect(slow.api.vehicle('car')).rejects.toMatchObject({ failure: 'timeout' })
})

test.each(['', ' ', '.', '..', 'a b', 'a\r\nb', 'ä', undefined, null, 5, {}])(
  'an id that is none sends nothing: %o',
  { tags: ['T13', 'T56'] },
  async id => {
    const { api, sent } = open(() => Response.json({ data: [] }))
    const wrong = id as string
    for (const call of [
      () => api.vehicle(wrong),
      () => api.disconnect(wrong),
      () => api.removeUser(wrong),
      () => api.signals({ ...car, userId: wrong }),
      () => api.signals({ ...car, vehicleId: wrong }),
      () => api.command({ ...car, vehicleId: wrong }, 'security/lock'),
    ]) {
      await expect(call()).rejects.toThrow(TypeError)
    }
    expect(sent).toEqual([])
  },
)

test('an empty filter does not list everybody', { tags: ['T56'] }, async () => {
  const { api, sent } = open(() => Response.json({ data: [] }))
  for (const filter of [{ userId: '' }, { vehicleId: '' }, { externalId: ' ' }]) {
    expect(() => api.connections(filter)).toThrow(TypeError)
  }
  expect(() => api.subscriptions({ webhookId: '' })).toThrow(TypeError)
  expect(sent).toEqual([])
})

test('a command that had no token was not sent, and says so', async () => {
  const api = createSmartcarApi({
    clientId: 'client_id',
    clientSecret: 'secret',
    fetch: async () => Response.json({ error: 'invalid_client' }, { status: 401 }),
  })
  await expect(api.command(car, 'security/lock')).rejects.toMatchObject({
    isOutcomeUnknown: false,
  })
})

test('a token that an answer repeats is in no message', { tags: ['T32'] }, async () => {
  const canary = 'a-token-that-nobody-may-see'
  for (const path of ['detail', 'code', 'suggestedUserMessage', 'requestId']) {
    const api = createSmartcarApi({
      clientId: 'client_id',
      clientSecret: 'secret',
      fetch: async request => {
        const isToken = new URL(request.url).pathname.endsWith('/token')
        if (isToken) return Response.json({ ...token, access_token: canary })
        const said = request.headers.get('authorization')?.replace('Bearer ', '')
        return Response.json({ [path]: said, statusCode: 400 }, { status: 400 })
      },
    })
    const error: Error = await api.vehicle('car').catch(thrown => thrown)
    expect(JSON.stringify([error, error.message, { ...error }])).not.toContain(canary)
  }
})

test.each<[what: string, body: unknown]>([
  ['an error of version 2', { type: 'VEHICLE_STATE', code: 'ASLEEP', statusCode: 409 }],
  ['an error beside nothing', { data: null, errors: [{ status: '409' }] }],
])('a command that ends as %s was refused', async (_what, body) => {
  const { api } = open(() => Response.json(body, { status: 202 }))
  const refused = { failure: 'refused', status: 409, isOutcomeUnknown: false }
  await expect(api.command(car, 'security/lock')).rejects.toMatchObject(refused)
})

test.each([null, {}, [], 'SUCCESS', 5, { status: 'error' }, { data: 'SUCCESS' }])(
  'a command whose answer is %o did not succeed: nobody knows',
  async body => {
    const { api, sent } = open(() => Response.json(body))
    const unknown = { failure: 'unreadable', isOutcomeUnknown: true }
    await expect(api.command(car, 'security/lock')).rejects.toMatchObject(unknown)
    expect(sent).toHaveLength(1)
  },
)

test('a token that does not come ends the call with its own deadline, and nothing was sent', {
  tags: ['T36'],
}, async () => {
  const api = createSmartcarApi({
    clientId: 'client_id',
    clientSecret: 'secret',
    deadlineMs: 20,
    fetch: () => new Promise<Response>(() => {}),
  })
  await expect(api.vehicle('car')).rejects.toMatchObject({
    failure: 'timeout',
    message: expect.stringContaining('nothing was sent'),
  })
})

test('wrong credentials are a refusal', async () => {
  const api = createSmartcarApi({
    clientId: 'client_id',
    clientSecret: 'secret',
    fetch: async () => Response.json({ error: 'invalid_client' }, { status: 401 }),
  })
  await expect(api.vehicle('car')).rejects.toMatchObject({ failure: 'refused', status: 401 })
})
