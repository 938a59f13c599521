// What an app's own errors say about the code: nothing.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ConnectError } from '../errors.ts'
import { withoutSecrets } from './without-secrets.ts'

const code = 'canary code/1'
const tags = ['T32', 'F64']

// Everything that a log could print of a value.
function allOf(value: unknown, seen = new Set<unknown>()): string {
  if (typeof value !== 'object' || value === null) return String(value)
  if (seen.has(value)) return ''
  seen.add(value)
  const own = Reflect.ownKeys(value).map(
    name => `${String(name)} ${allOf(Reflect.get(value, name), seen)}`,
  )
  const inside = value instanceof Map || value instanceof Set ? allOf([...value], seen) : ''
  const text = value instanceof Error || value instanceof URL ? String(value) : ''
  return `${text} ${own.join(' ')} ${inside}`
}

class HttpError extends Error {
  override name = 'HttpError'
  config = { data: `{"code":"${code}"}` }
}

test.each<[string, () => unknown]>([
  ['a message', () => new Error(`could not send ${code}`)],
  ['an address', () => new Error(`/save?code=${encodeURIComponent(code)}`)],
  ['a cause of a cause', () => new Error('a', { cause: new Error('b', { cause: { code } }) })],
  ['a field', () => new HttpError('failed')],
  ['a name of a field', () => ({ [code]: 1 })],
  ['several errors', () => new AggregateError([new Error(code)], 'all failed')],
  ['a list', () => [code, [code]]],
  [
    'an address object',
    () => ({ url: new URL(`https://app.example/?code=${encodeURIComponent(code)}`) }),
  ],
  ['a map', () => ({ sent: new Map([['code', code]]) })],
  ['what lies very deep', () => JSON.parse(`${'{"a":'.repeat(20)}"${code}"${'}'.repeat(20)}`)],
  ['a text', () => code],
])('%s loses the code', { tags }, (_, make) => {
  const cleaned = withoutSecrets(make(), [code, undefined, ''])
  expect(allOf(make())).toMatch(/canary/)
  expect(allOf(cleaned)).not.toMatch(/canary/)
})

test('an error keeps its class and what else it says', { tags }, () => {
  const cleaned = withoutSecrets(new HttpError(`failed: ${code}`), [code])
  expect(cleaned).toBeInstanceOf(HttpError)
  expect(cleaned.message).toBe('failed: [secret]')
  expect(cleaned.stack).toContain('without-secrets.test')
  expect(cleaned.config).toEqual({ data: '{"code":"[secret]"}' })
  const ours = withoutSecrets(new ConnectError('network_error', { cause: code }), [code])
  expect(ours).toBeInstanceOf(ConnectError)
  expect(ours).toMatchObject({ code: 'network_error', cause: '[secret]' })
})

test('what holds no secret stays the very same', () => {
  const circle: Record<string, unknown> = { error: new Error('x'), many: new Map([['a', 1]]) }
  circle.self = circle
  for (const value of [circle, new Error('x'), 'text', 7, null, undefined, () => {}]) {
    expect(withoutSecrets(value, [code])).toBe(value)
  }
})

test('a circle is copied as a circle, and a field that throws is left out', { tags }, () => {
  const circle: Record<string, unknown> = { code }
  circle.self = circle
  Object.defineProperty(circle, 'broken', {
    enumerable: true,
    get() {
      throw new Error('no')
    },
  })
  const cleaned = withoutSecrets(circle, [code])
  expect(cleaned.self).toBe(cleaned)
  expect(cleaned).toMatchObject({ code: '[secret]', broken: undefined })
})

test('wherever the code is put, it does not get out', { tags }, () => {
  fc.assert(
    fc.property(
      fc.object({ maxDepth: 4 }),
      fc.array(fc.nat(), { maxLength: 6 }),
      (object, path) => {
        let place: Record<string, unknown> = object
        for (const step of path) {
          const inner = Object.values(place).filter(value => value && typeof value === 'object')
          if (inner.length) place = inner[step % inner.length] as Record<string, unknown>
        }
        place.here = `before ${code} after`
        const error = new Error('failed', { cause: object })
        expect(allOf(withoutSecrets(error, [code]))).not.toContain('canary')
      },
    ),
  )
})
