// What is seen of the popup from outside, and when.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAge } from './age.ts'
import { type PopupSign, tokenLifeMs, watch } from './watch.ts'

let popup = { closed: false }
let focused = false
let sights: PopupSign[] = []
let life = new AbortController()

beforeEach(() => {
  vi.useFakeTimers()
  popup = { closed: false }
  focused = false
  sights = []
  vi.stubGlobal('document', { hasFocus: () => focused })
  life = new AbortController()
  watch(popup, createAge(), sight => sights.push(sight), life.signal)
})
afterEach(() => {
  life.abort()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('sees nothing while the popup is open', () => {
  focused = true
  vi.advanceTimersByTime(60_000)
  expect(sights).toEqual([])
})

test('a closed popup is lost at once, and left after a second back here', { tags: ['F04'] }, () => {
  popup.closed = true
  focused = true
  vi.advanceTimersByTime(250)
  expect(sights).toEqual(['lost'])
  vi.advanceTimersByTime(750)
  expect(sights).toEqual(['lost'])
  vi.advanceTimersByTime(250)
  expect(sights).toEqual(['lost', 'popup_closed'])
})

test('a popup that only looks closed stays lost while the person is in it', {
  tags: ['F05'],
}, () => {
  popup.closed = true
  vi.advanceTimersByTime(10 * 60_000)
  expect(sights).toEqual(['lost'])
})

test('a glance at the app is no leaving: the second has to be one piece', { tags: ['F05'] }, () => {
  popup.closed = true
  for (let glance = 0; glance < 20; glance++) {
    focused = true
    vi.advanceTimersByTime(750)
    focused = false
    vi.advanceTimersByTime(250)
  }
  expect(sights).toEqual(['lost'])
})

test('the second back here counts from the return, not from the loss', { tags: ['F04'] }, () => {
  popup.closed = true
  vi.advanceTimersByTime(60_000)
  focused = true
  vi.advanceTimersByTime(1000)
  expect(sights).toEqual(['lost'])
  vi.advanceTimersByTime(250)
  expect(sights).toEqual(['lost', 'popup_closed'])
})

test.each([
  { is: 'open', closed: false, back: false, seen: ['expired'] },
  { is: 'lost', closed: true, back: false, seen: ['lost', 'expired'] },
  { is: 'left', closed: true, back: true, seen: ['lost', 'popup_closed', 'expired'] },
])(
  'expires after 15 minutes, once, with the popup $is',
  { tags: ['F57'] },
  ({ closed, back, seen }) => {
    popup.closed = closed
    focused = back
    vi.advanceTimersByTime(tokenLifeMs - 250)
    expect(sights).toEqual(seen.slice(0, -1))
    vi.advanceTimersByTime(500)
    expect(sights).toEqual(seen)
    vi.advanceTimersByTime(tokenLifeMs)
    expect(sights).toEqual(seen)
    expect(vi.getTimerCount()).toBe(0)
  },
)

test('after a sleep longer than the token lives, the first look sees that', {
  tags: ['F28'],
}, () => {
  popup.closed = true
  vi.setSystemTime(Date.now() + tokenLifeMs)
  vi.advanceTimersByTime(250)
  expect(sights).toEqual(['expired'])
})

test('after leaving, there is no more looking, only the clock', { tags: ['F42'] }, () => {
  popup.closed = true
  focused = true
  vi.advanceTimersByTime(1250)
  expect(sights).toEqual(['lost', 'popup_closed'])
  const closed = vi.spyOn(popup, 'closed', 'get')
  vi.advanceTimersByTime(60_000)
  expect(closed).not.toHaveBeenCalled()
  expect(vi.getTimerCount()).toBe(1)
})

test.each([
  { when: 'at once', closed: false, ms: 0 },
  { when: 'while open', closed: false, ms: 1000 },
  { when: 'while lost', closed: true, ms: 1000 },
  { when: 'after leaving', closed: true, ms: 5000 },
])(
  'stopped $when, it sees nothing more and leaves no timer',
  { tags: ['F09'] },
  ({ closed, ms }) => {
    popup.closed = closed
    focused = true
    vi.advanceTimersByTime(ms)
    const before = sights.length
    life.abort()
    popup.closed = true
    vi.advanceTimersByTime(2 * tokenLifeMs)
    expect(sights).toHaveLength(before)
    expect(vi.getTimerCount()).toBe(0)
  },
)

test.each(['lost', 'popup_closed'])(
  'may be stopped by whoever is told of %s',
  { tags: ['F52'] },
  last => {
    popup.closed = true
    focused = true
    const seen: PopupSign[] = []
    life.abort()
    const second = new AbortController()
    function onPopupSign(sight: PopupSign) {
      seen.push(sight)
      if (sight === last) second.abort()
    }
    watch(popup, createAge(), onPopupSign, second.signal)
    vi.advanceTimersByTime(2 * tokenLifeMs)
    expect(seen.at(-1)).toBe(last)
    expect(vi.getTimerCount()).toBe(0)
  },
)
