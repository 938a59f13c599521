// What a failed answer says, in each form that the provider has.

import { expect, test } from 'vitest'
import { readRefusedBody } from './refused-answer.ts'

test.each([
  [{ error: 'invalid_client', error_description: 'a' }, 'invalid_client', 'a'],
  [{ type: 'VEHICLE_STATE', code: 'ASLEEP', description: 'b' }, 'ASLEEP', 'b'],
  [{ type: 'PERMISSION', code: null, description: 'c' }, 'PERMISSION', 'c'],
  [
    {
      errors: [
        { status: '404', type: 'RESOURCE_NOT_FOUND', code: 'VEHICLE_NOT_FOUND', detail: 'd' },
      ],
    },
    'VEHICLE_NOT_FOUND',
    'd',
  ],
  [{ errors: [{ type: 'BILLING', code: null }] }, 'BILLING', ''],
  [{ errors: [] }, undefined, ''],
  [{ errors: ['text'] }, undefined, ''],
  [null, undefined, ''],
])('%j', async (body, errorCode, description) => {
  const response = Response.json(body, { status: 400 })
  expect(await readRefusedBody(response)).toEqual({ errorCode, description })
})

test('a page of a proxy says nothing', async () => {
  const response = new Response('<h1>Bad gateway</h1>', { status: 502 })
  expect(await readRefusedBody(response)).toEqual({ errorCode: undefined, description: '' })
})
