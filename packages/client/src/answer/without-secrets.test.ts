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
  ['what only has the name of a function', () => ({ toString: { code }, toJSON: code })],
])('%s loses the code', { tags }, (_, make) => {
  const cleaned = withoutSecrets(make(), [code, undefined, ''])
  expect(allOf(make())).toMatch(/canary/)
  expect(allOf(cleaned)).not.toMatch(/canary/)
})

class PrivateError extends Error {
  #body = { code }
  get body() {
    return this.#body
  }
  toJSON() {
    return { sent: this.#body.code }
  }
}

function form() {
  const data = new FormData()
  data.set('code', code)
  return data
}

// Each with what a log could show of it.
test.each<[string, () => unknown, (value: unknown) => unknown]>([
  ['an error of the browser', () => new DOMException(code), value => Object(value).message],
  ['a private field', () => new PrivateError('failed'), value => Object(value).body],
  ['what a log makes of an error', () => new PrivateError('failed'), value => value],
  ['a field of a class', () => Object.create({ message: code }), value => Object(value).message],
  ['headers', () => new Headers({ code }), value => [...(value as Headers)]],
  ['a form', form, value => [...(value as FormData)]],
  [
    'a request',
    () => new Request('https://app.example', { headers: { code } }),
    value => [...Object(value).headers],
  ],
  [
    'the address of a request',
    () => new Request(`https://app.example/?${new URLSearchParams({ code })}`),
    value => decodeURIComponent(Object(value).url.replaceAll('+', ' ')),
  ],
  [
    'bytes',
    () => new TextEncoder().encode(code),
    value => new TextDecoder().decode(value as never),
  ],
  [
    'a buffer',
    () => new TextEncoder().encode(code).buffer,
    value => new TextDecoder().decode(value as never),
  ],
  ['a text object', () => Object(code), value => String(value)],
  ['a symbol', () => Symbol(code), value => String(value)],
  ['a function', () => Object.assign(() => {}, { code }), value => Object(value).code],
])('%s does not show the code', { tags }, (_, make, show) => {
  expect(JSON.stringify(show(make()))).toContain('canary')
  const { inner } = withoutSecrets({ inner: make() }, [code])
  expect(seenIn(() => show(inner))).not.toContain('canary')
})

function seenIn(show: () => unknown): string {
  try {
    return JSON.stringify(show()) ?? ''
  } catch {
    return ''
  }
}

test.each([
  ['a blob', new Blob([code])],
  ['a stream', new Response(code).body],
  ['a target of events', new EventTarget()],
  ['a promise', Promise.resolve(code)],
])('%s, which nobody can look into, is left out', { tags }, (_, inner) => {
  expect(withoutSecrets({ inner }, [code])).toEqual({ inner: '[secret]' })
})

test('an answer of the backend keeps its status, and not its body', { tags }, () => {
  const { response } = withoutSecrets({ response: new Response(code, { status: 409 }) }, [code])
  expect(response).toBeInstanceOf(Response)
  expect(response).toMatchObject({ status: 409, body: '[secret]' })
})

test('a proxy that throws is left out', { tags }, () => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  const called = Proxy.revocable(() => {}, {})
  called.revoke()
  const hostile = new Proxy({}, { ownKeys: () => expect.fail('looked into') })
  expect(withoutSecrets({ proxy, hostile, called: called.proxy }, [code])).toEqual({
    proxy: '[secret]',
    hostile: '[secret]',
    called: '[secret]',
  })
})

test('an error that holds a whole app is not looked through to its end', { tags }, () => {
  const rows = Array.from({ length: 10_000 }, (_, id) => ({ id }))
  const cleaned = withoutSecrets({ rows, code }, [code])
  expect(cleaned.rows.at(0)).toEqual({ id: 0 })
  expect(cleaned.rows.at(-1)).toBe('[secret]')
  expect(cleaned.code).toBe('[secret]')
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
  class StatusError extends Error {
    get status() {
      return 500
    }
  }
  const errors = [new Error('x'), new StatusError('x'), new DOMException('x')]
  for (const value of [circle, ...errors, new Date(), 'text', 7, null, undefined, () => {}]) {
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
