// Functions of the app that fail in every way.

import { afterEach, expect, test, vi } from 'vitest'
import { callApp, guardStore } from './call-app.ts'

afterEach(() => vi.useRealTimers())

const failed = { name: 'StepError', step: 'onTokens', cause: { message: 'broken' } }

test.each<[string, () => unknown]>([
  [
    'throws',
    () => {
      throw new Error('broken')
    },
  ],
  ['rejects', () => Promise.reject(new Error('broken'))],
  [
    'returns a promise of another kind that throws',
    () =>
      Object.defineProperty({}, 'then', {
        get: () => {
          throw new Error('broken')
        },
      }),
  ],
  [
    'returns a promise of another kind that rejects',
    () =>
      Object.defineProperty({}, 'then', {
        value: (_: unknown, reject: (error: Error) => void) => reject(new Error('broken')),
      }),
  ],
])('says which step failed when it %s', { tags: ['F64'] }, async (_, call) => {
  await expect(callApp('onTokens', call)).rejects.toMatchObject(failed)
})

test('returns what the app returns', async () => {
  expect(await callApp('user', () => 'ada')).toBe('ada')
  expect(await callApp('user', async () => 'ada')).toBe('ada')
})

test('does not wait for ever', { tags: ['F64'] }, async () => {
  vi.useFakeTimers()
  let fail: (error: Error) => void = () => {}
  const never = new Promise((_, reject) => {
    fail = reject
  })
  const ended = expect(callApp('appSession', () => never, 1000)).rejects.toMatchObject({
    step: 'appSession',
    cause: { message: /1000 ms/ },
  })
  await vi.advanceTimersByTimeAsync(1000)
  await ended
  fail(new Error('much later, and nobody listens'))
  await vi.advanceTimersByTimeAsync(1)
  expect(vi.getTimerCount()).toBe(0)
})

test('guards every method of a store and keeps its `this`', { tags: ['F64'] }, async () => {
  class AppStore {
    #rows = ['row']
    closed = false
    read(): Promise<string[]> {
      return Promise.resolve(this.#rows)
    }
    write(): Promise<void> {
      throw new Error('synchronous')
    }
  }
  const store = guardStore(new AppStore())
  expect(await store.read()).toEqual(['row'])
  expect(store.closed).toBe(false)
  const writing = store.write()
  await expect(writing).rejects.toMatchObject({
    step: 'store.write',
    cause: { message: 'synchronous' },
  })
})

test('a frozen store could not be used', { tags: ['F64'] }, async () => {
  const store = Object.freeze({ claim: async () => 'claimed' })
  expect(await guardStore(store).claim()).toBe('claimed')
})
