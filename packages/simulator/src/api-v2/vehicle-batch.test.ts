// Several readings in one request.

import { expect } from 'vitest'
import { connectCar } from '../../test/connected-car.ts'
import { errorShape, validationShape } from '../../test/error-shapes.ts'
import { test } from '../../test/fixtures.ts'
import { expectShape, isoTime, number } from '../../test/shape.ts'
import type { Visitor } from '../../test/visitor.ts'

type Batch = {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

async function batch(
  visitor: Visitor,
  requests: unknown,
  scope = 'read_odometer read_location read_vehicle_info',
): Promise<Batch> {
  const { accessToken, path } = await connectCar(visitor, { scope })
  const init = { method: 'POST', body: JSON.stringify({ requests }) }
  return visitor.read(`${path}/batch`, accessToken, init)
}

test('each part has its own body, code and headers', async ({ visitor }) => {
  const { body } = await batch(visitor, [{ path: '/odometer' }, { path: '/location' }])
  const { responses } = body as { responses: unknown[] }
  expect(responses).toHaveLength(2)
  expectShape(responses[0], {
    path: '/odometer',
    code: 200,
    body: { distance: number },
    // Docs name age and units.
    headers: { 'sc-data-age': isoTime, 'sc-fetched-at': isoTime, 'sc-unit-system': 'metric' },
  })
  expectShape(responses[1], {
    path: '/location',
    code: 200,
    body: { latitude: number, longitude: number },
    headers: { 'sc-data-age': isoTime, 'sc-fetched-at': isoTime },
  })
})

test('a part that failed has no headers, and the request id of the whole', async ({ visitor }) => {
  const { body, headers } = await batch(visitor, [{ path: '/odometer' }, { path: '/battery' }])
  const { responses } = body as { responses: unknown[] }
  const permission = errorShape('PERMISSION', null, 403)
  expectShape(responses[1], {
    path: '/battery',
    code: 403,
    body: { ...permission, requestId: headers.get('SC-Request-Id') },
  })
})

test('a path needs no slash in front, and is told as it came', async ({ visitor }) => {
  const { body } = await batch(visitor, [{ path: 'odometer' }, { path: '/' }])
  expect(body).toMatchObject({
    responses: [
      { path: 'odometer', code: 200 },
      { path: '/', code: 200, body: { make: 'KIA' } },
    ],
  })
})

test.for([
  ['a path of nothing', [{ path: '/odometer' }, { path: '/LOCATIONNNNNNNN' }]],
  ['a path into the object', [{ path: '/constructor' }]],
  ['no list', '/odometer'],
  ['an empty list', []],
  ['no path', [{}]],
  ['a path that is no text', [{ path: 5 }]],
  ['too many', Array.from({ length: 51 }, () => ({ path: '/odometer' }))],
] as const)('%s fails the whole request', async ([, requests], { visitor }) => {
  const { status, body } = await batch(visitor, requests)
  expect(status).toBe(400)
  expectShape(body, validationShape('requests'))
})
