// What each answer of an endpoint means.

import { expect, test } from 'vitest'
import { type EndpointAnswer, type EndpointFacts, endpointFindings } from './endpoint-findings.ts'

const origin = 'https://app.example'
const session: EndpointFacts = {
  name: 'session',
  address: `${origin}/api/smartcar/session`,
  isOurs: true,
  isOtherSite: false,
  isForbidden: false,
  answer: answer({ check: 'passed' }),
}
const exchange: EndpointFacts = {
  ...session,
  name: 'exchange',
  address: `${origin}/api/smartcar/exchange`,
}

function answer(change: Partial<EndpointAnswer> = {}): EndpointAnswer {
  return { isRedirect: false, status: 200, isHtml: false, ...change }
}

function found(change: Partial<EndpointFacts>): [string, string] | undefined {
  const [finding, ...more] = endpointFindings([{ ...session, ...change }], origin)
  expect(more).toEqual([])
  if (!finding) return undefined
  expect(finding.message).toMatch(/^http.*: .*\.$/)
  expect(finding.advice).toMatch(/\.$/)
  return [finding.code, finding.severity]
}

test('a handler that lets the page in is no finding', () => {
  expect(endpointFindings([session, exchange], origin)).toEqual([])
})

test.each<[string, string, Partial<EndpointAnswer>]>([
  ['endpoint_redirected', 'error', { isRedirect: true, status: 0 }],
  ['endpoint_refused', 'error', { check: 'origin' }],
  ['endpoint_refused', 'error', { check: 'body_read' }],
  ['endpoint_refused', 'error', { check: 'fetch_site' }],
  ['endpoint_refused', 'warning', { status: 401 }],
  ['endpoint_refused', 'warning', { status: 403 }],
  ['endpoint_failed', 'error', { status: 500, problem: 'configuration' }],
  ['endpoint_failed', 'error', { status: 500 }],
  ['endpoint_failed', 'error', { status: 502, isHtml: true }],
  ['endpoint_missing', 'error', { isHtml: true }],
  ['endpoint_missing', 'error', { status: 404 }],
  ['endpoint_missing', 'error', { status: 404, isHtml: true }],
  ['endpoint_missing', 'error', { status: 405 }],
  ['endpoint_missing', 'warning', { status: 200 }],
  ['endpoint_missing', 'warning', { status: 400 }],
])('%s is an %s after %o', (code, severity, change) => {
  expect(found({ answer: answer(change) })).toEqual([code, severity])
})

test.each<[string | undefined, Partial<EndpointAnswer>]>([
  // An endpoint of the app's own that takes posts alone may answer a GET in any way.
  [undefined, { status: 400 }],
  [undefined, { status: 401 }],
  [undefined, { status: 404, isHtml: true }],
  [undefined, { status: 405 }],
  [undefined, { status: 204 }],
  [undefined, { status: 500 }],
  ['endpoint_failed', { status: 502 }],
  ['endpoint_redirected', { isRedirect: true, status: 0 }],
  ['endpoint_missing', { isHtml: true }],
])('of an endpoint of the app’s own, %s is found after %o, as a warning', (code, change) => {
  const finding = found({ name: 'exchange', isOurs: false, answer: answer(change) })
  expect(finding).toEqual(code && [code, 'warning'])
})

test.each<[string, Partial<EndpointFacts>, string]>([
  ['nothing answers', {}, 'nothing answers'],
  ['another host', { address: 'https://api.app.example/session' }, '`origins`'],
  ['http from https', { address: 'http://api.app.example/session' }, 'https'],
  ['a policy', { isForbidden: true }, '`connect-src`'],
])('endpoint_unreachable: %s', (_, change, says) => {
  const [finding] = endpointFindings([{ ...session, answer: undefined, ...change }], origin)
  expect(finding).toMatchObject({ code: 'endpoint_unreachable', severity: 'error' })
  expect(`${finding?.message} ${finding?.advice}`).toContain(says)
})

test('a session on another site cannot work, an exchange can', () => {
  expect(found({ isOtherSite: true })).toEqual(['endpoint_refused', 'error'])
  expect(found({ isOtherSite: true, name: 'exchange' })).toBeUndefined()
})

test('names the origin that the server does not let in', () => {
  const refused = { ...session, answer: answer({ check: 'origin' }) }
  expect(endpointFindings([refused], 'http://127.0.0.1:5173')[0]?.advice).toContain(
    'Put exactly http://127.0.0.1:5173 into `origins`',
  )
})

test('the same fault of two endpoints is one finding that names both', () => {
  const missing = { answer: answer({ status: 404 }) }
  const both = endpointFindings(
    [
      { ...session, ...missing },
      { ...exchange, ...missing },
    ],
    origin,
  )
  expect(both).toHaveLength(1)
  expect(both[0]?.message).toContain(`${session.address} and ${exchange.address}: `)
  const two = endpointFindings([session, { ...exchange, ...missing }], origin)
  expect(two[0]?.message).not.toContain(session.address)
})
