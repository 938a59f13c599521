// The applications of version 3.

import { expect, test } from 'vitest'
import { expectShape, integer, listOf, text, uuid } from '../../test/shape.ts'
import { startVersion3, v3 } from '../../test/version-3.ts'
import * as shapes from '../../test/version-3-shapes.ts'

test('an application sees itself', async () => {
  const { call } = startVersion3()
  const { status, body } = await call('/applications')
  expect(status).toBe(200)
  expectShape(body, {
    data: listOf(shapes.application),
    meta: { pageNumber: 1, pageSize: 1, totalCount: 1 },
    links: { self: `${v3}/applications` },
  })
  const one = await call('/applications/demo-client')
  expectShape(one.body, { data: shapes.application })
  expect(body.data).toEqual([one.body.data])
})

test('the secrets of an application are counted, never shown', async () => {
  const { call } = startVersion3()
  const { status, body } = await call('/applications/demo-client/secrets')
  expect(status).toBe(200)
  expectShape(body, {
    data: listOf({ id: uuid, type: 'secret', attributes: { clientId: text } }),
    meta: { pageNumber: 1, pageSize: integer, totalCount: 1 },
    links: { self: `${v3}/applications/demo-client/secrets` },
  })
  for (const path of ['', '/demo-client', '/demo-client/secrets']) {
    const answer = JSON.stringify((await call(`/applications${path}`)).body)
    for (const secret of ['demo-secret', 'demo-machine-secret', 'demo-management-token']) {
      expect(answer).not.toContain(secret)
    }
  }
})

test('another application is not found', async () => {
  const { call } = startVersion3()
  for (const end of ['', '/secrets']) {
    const { status, body } = await call(`/applications/other${end}`)
    expect(status).toBe(404)
    expectShape(body, shapes.errors)
  }
})
