// The store: tells whoever is watching, and nobody else.

import { expect, test, vi } from 'vitest'
import { createStore } from './store.ts'

test('tells every listener of a change, after the change', () => {
  const store = createStore(0)
  const seen: number[] = []
  store.subscribe(() => seen.push(store.get()))
  store.subscribe(() => seen.push(-store.get()))
  store.set(1)
  expect(seen).toEqual([1, -1])
})

test('tells nobody who has stopped, and knows when nobody is left', { tags: ['F09'] }, () => {
  const store = createStore('before')
  const seen: string[] = []
  const stop = store.subscribe(() => seen.push(store.get()))
  expect(store.isWatched()).toBe(true)
  stop()
  stop()
  store.set('after')
  expect(seen).toEqual([])
  expect(store.isWatched()).toBe(false)
})

test('a listener may stop while it is told', () => {
  const store = createStore(0)
  const seen: string[] = []
  const stop = store.subscribe(() => {
    seen.push('once')
    stop()
  })
  store.subscribe(() => seen.push('always'))
  store.set(1)
  store.set(2)
  expect(seen).toEqual(['once', 'always', 'always'])
})

test('a listener that throws is reported, and the others are told all the same', {
  tags: ['F51'],
}, async () => {
  const reported = vi.fn()
  vi.stubGlobal('reportError', reported)
  const store = createStore(0)
  const mistake = new Error('a mistake of the app')
  const seen: number[] = []
  store.subscribe(() => {
    throw mistake
  })
  store.subscribe(() => seen.push(store.get()))
  store.set(1)
  expect(seen).toEqual([1])
  await Promise.resolve()
  expect(reported.mock.calls).toEqual([[mistake]])
  vi.unstubAllGlobals()
})

test('a listener that throws is told of where there is no function for that', {
  tags: ['F51'],
}, async () => {
  // The one of Vitest would let the test fail.
  const listeners = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection')
  const mistake = new Error('a mistake of the app')
  const told = new Promise(resolve => process.once('unhandledRejection', resolve))
  const store = createStore(0)
  store.subscribe(() => {
    throw mistake
  })
  store.set(1)
  expect(await told).toBe(mistake)
  for (const listener of listeners) process.on('unhandledRejection', listener)
})
