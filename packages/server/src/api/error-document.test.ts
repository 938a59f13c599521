// Error documents of every host, and of things in between.

import { expect, test } from 'vitest'
import { isErrorDocument, readErrorDocument } from './error-document.ts'

test('version 3', () => {
  const error = {
    status: '404',
    type: 'RESOURCE_NOT_FOUND',
    code: 'VEHICLE_NOT_FOUND',
    detail: 'There is no such vehicle.',
    resolution: {
      type: 'REAUTHENTICATE',
      url: 'https://connect.smartcar.com/oauth/reauthenticate',
    },
    suggestedUserMessage: 'Sign in again.',
    meta: { debug: { requestId: 'request-1' } },
  }
  expect(readErrorDocument({ errors: [error] })).toEqual({
    status: 404,
    type: error.type,
    code: error.code,
    detail: error.detail,
    resolution: error.resolution,
    suggestedUserMessage: error.suggestedUserMessage,
    requestId: 'request-1',
  })
})

test('version 2, and a resolution that is a text', () => {
  const error = {
    statusCode: 429,
    type: 'RATE_LIMIT',
    code: null,
    description: 'Too many.',
    requestId: 'request-2',
    resolution: 'RETRY_LATER',
  }
  expect(readErrorDocument(error)).toMatchObject({
    status: 429,
    type: 'RATE_LIMIT',
    code: undefined,
    detail: 'Too many.',
    requestId: 'request-2',
    resolution: { type: 'RETRY_LATER' },
  })
})

test('the token host', () => {
  const error = { error: 'invalid_client', error_description: 'Unknown.' }
  expect(readErrorDocument(error)).toMatchObject({ type: 'invalid_client', detail: 'Unknown.' })
})

test.each([
  undefined,
  null,
  'Bad gateway',
  7,
  [],
  { errors: [] },
  { errors: [null] },
  { status: 200 },
])('%o says nothing and breaks nothing', body => {
  expect(readErrorDocument(body)).toMatchObject({ status: undefined, type: undefined, detail: '' })
})

test('words are cut and cannot break a line of a log', () => {
  const { detail, type } = readErrorDocument({ type: 'A B', detail: `a\nb${'x'.repeat(1000)}` })
  expect([detail.slice(0, 4), detail.length, type]).toEqual(['a bx', 300, undefined])
})

test('a streamed answer may be an error although it began as a success', () => {
  expect(isErrorDocument({ errors: [{ status: '409' }] })).toBe(true)
  expect(isErrorDocument({ data: {}, errors: [{}] })).toBe(false)
  expect(isErrorDocument({ errors: [] })).toBe(false)
  // The older forms, and what stands beside nothing.
  expect(isErrorDocument({ type: 'VEHICLE_STATE', statusCode: 409 })).toBe(true)
  expect(isErrorDocument({ error: 'invalid_request' })).toBe(true)
  expect(isErrorDocument({ data: null, errors: [{}] })).toBe(true)
  expect(isErrorDocument({ data: [], statusCode: 409 })).toBe(false)
  expect(isErrorDocument({ statusCode: 200 })).toBe(false)
})

test.each([
  'javascript:alert(1)',
  'http://connect.smartcar.com/',
  '//connect.smartcar.com',
  `https://connect.smartcar.com/${'x'.repeat(2000)}`,
])('what is no link of https is not passed on as one: %s', { tags: ['T18'] }, url => {
  const { resolution } = readErrorDocument({ resolution: { type: 'REAUTHENTICATE', url } })
  expect(resolution).toEqual({ type: 'REAUTHENTICATE' })
})

test('every text is short, however long it came', { tags: ['T13'] }, () => {
  const text = 'A'.repeat(100_000)
  const said = readErrorDocument({
    type: text,
    code: text,
    detail: text,
    resolution: { type: text, url: text },
    requestId: text,
    suggestedUserMessage: text,
  })
  expect(JSON.stringify(said).length).toBeLessThan(1000)
})
