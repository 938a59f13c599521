// The blocked window: one, however often it is asked for, and then the browser's own again.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { blockNextWindow } from './block-next-window.ts'

const open = vi.fn(() => 'a window')

beforeEach(() => {
  open.mockClear()
  vi.stubGlobal('window', { open })
})
afterEach(() => vi.unstubAllGlobals())

test('one window is blocked, and the next one opens', () => {
  blockNextWindow()
  expect([window.open(), window.open()]).toEqual([null, 'a window'])
  expect(open).toHaveBeenCalledTimes(1)
})

test('where no window was asked for, the next one opens', () => {
  blockNextWindow()()
  expect(window.open()).toBe('a window')
})

test('after a double click the next window of the page was blocked, too', () => {
  const [first, second] = [blockNextWindow(), blockNextWindow()]
  expect(window.open()).toBeNull()
  first()
  second()
  expect(window.open).toBe(open)
})

test.each(['in order', 'the other way round'])('ending both of a double click, %s', order => {
  const stops = [blockNextWindow(), blockNextWindow()]
  for (const stop of order === 'in order' ? stops : stops.reverse()) stop()
  expect(window.open).toBe(open)
})

test('what another script has put in its place stays', () => {
  const stop = blockNextWindow()
  const other = vi.fn()
  window.open = other
  stop()
  expect(window.open).toBe(other)
})
