// In which moments after a click something is attempted.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { afterClick } from './after-click.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('all timers are set in the click, shorter than a second, and none by another timer', () => {
  const setTimer = vi.spyOn(globalThis, 'setTimeout')
  afterClick(() => false)
  const delays = setTimer.mock.calls.map(([, delayMs]) => delayMs ?? 0)
  expect([delays.at(0), delays.at(-1), delays.length]).toEqual([50, 950, 19])
  vi.runAllTimers()
  expect(setTimer).toHaveBeenCalledTimes(delays.length)
})

test('once it is done, no timer is left', () => {
  const attempt = vi.fn(() => attempt.mock.calls.length === 3)
  afterClick(attempt)
  vi.advanceTimersByTime(150)
  expect(attempt).toHaveBeenCalledTimes(3)
  expect(vi.getTimerCount()).toBe(0)
})

test('what is never done ends within a second', () => {
  const attempt = vi.fn(() => false)
  afterClick(attempt)
  vi.advanceTimersByTime(1_000)
  expect(attempt).toHaveBeenCalledTimes(19)
  expect(vi.getTimerCount()).toBe(0)
})

test('an attempt of its own is made only once these moments are over', () => {
  const attempt = vi.fn(() => false)
  const attemptIfOver = afterClick(attempt)
  vi.advanceTimersByTime(949)
  attemptIfOver()
  expect(attempt).toHaveBeenCalledTimes(18)
  vi.advanceTimersByTime(1)
  attemptIfOver()
  expect(attempt).toHaveBeenCalledTimes(20)
})
