// Secrets in whatever is thrown.

import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { createRedactor } from './redact.ts'

/** A small generator with a seed, so that a failure can be repeated. */
function generator(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const alphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./+ &="\\é€%'

function secretOf(random: (below: number) => number): string {
  return Array.from({ length: 8 + random(60) }, () => alphabet[random(alphabet.length)]).join('')
}

const ways: readonly ((secret: string) => string)[] = [
  secret => secret,
  encodeURIComponent,
  secret => encodeURIComponent(encodeURIComponent(secret)),
  secret => new URLSearchParams({ code: secret }).toString(),
  secret => new URL(`https://x.test/?code=${encodeURIComponent(secret)}`).href,
  secret => JSON.stringify({ code: secret }),
  secret => Buffer.from(secret).toString('base64'),
  secret => Buffer.from(secret).toString('base64url'),
  secret => Buffer.from(secret).toString('hex'),
  encodeURI,
  // Some libraries write escapes in small letters.
  secret => encodeURIComponent(secret).replace(/%../g, escaped => escaped.toLowerCase()),
  secret => `${new URLSearchParams({ c: secret })}`.replace(/%../g, text => text.toLowerCase()),
]

const carriers: readonly ((text: string, inner: unknown) => unknown)[] = [
  (text, inner) => new Error(`before ${text} after`, { cause: inner }),
  (text, inner) => Object.assign(new TypeError('plain'), { config: { headers: { text } }, inner }),
  (text, inner) => new AggregateError([new Error(text), inner], 'many'),
  (text, inner) => ({ [text]: 1, list: [text, [inner]] }),
  (text, inner) => new Map<unknown, unknown>([[text, inner]]),
  (text, inner) => new Set([text, { inner }]),
  text => new URL(`https://x.test/${encodeURIComponent(text)}`),
  text => text,
  (text, inner) => Object.assign(new DOMException(text, 'AbortError'), { inner }),
  (text, inner) => Object.assign(new Error('x'), { name: text, stack: `at ${text}`, inner }),
  (text, inner) => ({
    get lazy() {
      return { text, inner }
    },
  }),
  (text, inner) => Object.defineProperty(new Error('hidden'), 'cause', { value: { text, inner } }),
]

/** Everything inside a value as text, hidden fields and getters included. */
function deep(value: unknown): string {
  return inspect(value, {
    depth: 30,
    showHidden: true,
    getters: true,
    maxStringLength: 100_000,
    breakLength: Infinity,
  })
}

test('finds a secret wherever it is, however it is written', { tags: ['T32'] }, () => {
  for (let seed = 1; seed <= 3000; seed += 1) {
    const random = generator(seed)
    const secret = secretOf(random)
    let thrown: unknown = 'the end'
    for (let depth = random(4); depth >= 0; depth -= 1) {
      const way = ways[random(ways.length)] ?? String
      const carrier = carriers[random(carriers.length)] ?? String
      thrown = carrier(way(secret), thrown)
    }
    const redacted = deep(createRedactor([secret, undefined])(thrown))
    for (const way of ways) {
      const form = way(secret)
      expect(redacted, `seed ${seed}`).not.toContain(form)
      expect(redacted, `seed ${seed}`).not.toContain(inspect(form).slice(1, -1))
    }
  }
})

test('keeps what a developer needs: class, message, stack, code and causes', () => {
  class DatabaseError extends Error {
    code = 'ECONNREFUSED'
    detail = { table: 'cars', rows: 3, at: null }
  }
  const thrown = new DatabaseError('no connection for canary-code', { cause: new Error('inner') })
  const seen = createRedactor(['canary-code'])(thrown)
  expect(seen).toBeInstanceOf(DatabaseError)
  expect(seen).toMatchObject({
    message: 'no connection for [redacted]',
    code: 'ECONNREFUSED',
    detail: { table: 'cars', rows: 3, at: null },
    cause: { message: 'inner' },
  })
  expect((seen as Error).stack).toContain('redact.test.ts')
  // The app's own error is not touched.
  expect(thrown.message).toContain('canary-code')
})

test.each<[string, () => unknown]>([
  ['nothing', () => undefined],
  ['null', () => null],
  ['a symbol', () => Symbol('x')],
  ['a frozen error', () => Object.freeze(new Error('frozen canary-code'))],
  [
    'a getter that throws',
    () => ({
      get bad() {
        throw new Error('canary-code')
      },
    }),
  ],
  [
    'a proxy that throws',
    () =>
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error('canary-code')
          },
          get: () => {
            throw new Error('canary-code')
          },
          getPrototypeOf: () => {
            throw new Error('canary-code')
          },
        },
      ),
  ],
  ['an error without a prototype', () => Object.setPrototypeOf(new Error('canary-code'), null)],
  [
    'a circle',
    () => {
      const circle: Record<string, unknown> = { text: 'canary-code' }
      circle.self = circle
      return circle
    },
  ],
  [
    'a circle of causes',
    () => {
      const error = new Error('canary-code')
      error.cause = error
      return error
    },
  ],
  [
    'a deep chain',
    () =>
      Array.from({ length: 10_000 }).reduce<unknown>(
        cause => new Error('canary-code', { cause }),
        undefined,
      ),
  ],
  [
    'many fields',
    () =>
      Object.fromEntries(
        Array.from({ length: 10_000 }, (_, index) => [index, { text: 'canary-code' }]),
      ),
  ],
  ['bytes', () => Object.assign(new Error('x'), { body: Buffer.from('canary-code') })],
  ['a function', () => Object.assign(new Error('x'), { body: () => 'canary-code' })],
  [
    'a request',
    () =>
      Object.assign(new Error('x'), {
        request: new Request('https://x.test/?canary-code', {
          headers: { authorization: 'canary-code' },
        }),
      }),
  ],
])('survives %s', { tags: ['F64'] }, (_, make) => {
  expect(deep(createRedactor(['canary-code'])(make()))).not.toContain('canary-code')
})

test('leaves no rest of a secret that begins like another one', { tags: ['T32'] }, () => {
  const secrets = ['canary', 'canary-code']
  for (const order of [secrets, secrets.toReversed()]) {
    expect(createRedactor(order)('a canary-code here')).toBe('a [redacted] here')
  }
})

test('shows neither bytes nor functions, nor what is too deep or too much', {
  tags: ['T32'],
}, () => {
  const redact = createRedactor(['canary-code'])
  const bytes = Buffer.from('canary-code')
  expect(redact({ bytes, buffer: bytes.buffer, call: () => 'canary-code' })).toEqual({
    bytes: '[bytes]',
    buffer: '[bytes]',
    call: '[function]',
  })
  const deepChain = Array.from({ length: 50 }).reduce<object>(inner => ({ inner }), {})
  expect(deep(redact(deepChain))).toContain('[not shown]')
  const wide = redact(Array.from({ length: 5000 }, () => ({})))
  expect((wide as unknown[]).length).toBeGreaterThan(1000)
  expect((wide as unknown[]).length).toBeLessThan(2001)
})

test('leaves a text readable when a made-up code is very short', () => {
  expect(createRedactor(['a'])(new Error('a database'))).toMatchObject({ message: 'a database' })
})
