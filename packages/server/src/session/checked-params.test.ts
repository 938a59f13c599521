// What `params` may return, and what it did when a value was of another kind.

import { expect, test } from 'vitest'
import { demoApp, demoConnectUrl } from '../../test/demo-app.ts'
import { postSession } from '../../test/start-session.ts'
import type { ServerEvent } from '../server-event.ts'
import { createMemoryStore } from '../stores/memory.ts'
import { createSessionHandler } from './session-handler.ts'

async function start(params: unknown) {
  const events: ServerEvent[] = []
  const handler = createSessionHandler({
    ...demoApp,
    connectUrl: demoConnectUrl,
    store: createMemoryStore(),
    appSession: () => 'ada',
    params: () => params as object,
    onEvent: event => events.push(event),
  })
  const { response } = await postSession(handler)
  return { status: response.status, body: await response.json(), events }
}

test.each([
  ['nothing', undefined, 'no object'],
  ['a list', [], 'no object'],
  ['permissions in one text', { scope: 'read_odometer read_vin' }, 'scope'],
  ['permissions with a space', { scope: ['read_odometer read_vin'] }, 'scope'],
  ['a permission that is nothing', { scope: [null] }, 'scope'],
  ['no mode at all', { mode: null }, 'mode'],
  ['a mode in capitals', { mode: 'Live' }, 'mode'],
  [
    'a response type in capitals',
    { responseType: 'None', externalId: 'id-of-ada' },
    'responseType',
  ],
  ['a number as make', { make: 5 }, 'make'],
  ['an object as user', { user: {} }, 'user'],
  ['a flag without a value', { flags: { country: undefined } }, 'flags'],
  ['an empty VIN', { singleSelect: true, singleSelectVin: '' }, 'singleSelectVin'],
  ['a text as choice', { singleSelect: 'true' }, 'singleSelect'],
])(
  'a session was started for something else: %s',
  { tags: ['T45', 'F64'] },
  async (_, params, name) => {
    const { status, body, events } = await start(params)
    expect([status, body]).toMatchObject([503, { code: 'not_started' }])
    const cause = {
      message: expect.stringContaining(
        `params returned ${name === 'no object' ? '' : 'a '}${name}`,
      ),
    }
    expect(events).toMatchObject([{ type: 'session_failed', step: 'params', cause }])
  },
)

test('starts a session with every value of its kind', async () => {
  const { status } = await start({
    responseType: 'code',
    scope: ['required:read_vin', 'read_odometer'],
    mode: 'simulated',
    approvalPrompt: 'force',
    make: 'tesla',
    singleSelect: true,
    singleSelectVin: '5YJSA1CN5DFP00101',
    flags: { country: 'de' },
    user: 'ada',
    externalId: 'id-of-ada',
  })
  expect(status).toBe(200)
})
