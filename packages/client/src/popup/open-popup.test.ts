// Where the popup lies, and what becomes of a browser that refuses it or a script that throws.

import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { centre, openPopup } from './open-popup.ts'

const url = new URL('https://connect.smartcar.com/oauth/authorize')

// The browser's own: what a page knows of its window, and the way to open another.
function stubWindow(open: (...request: unknown[]) => unknown, place: Record<string, unknown> = {}) {
  const window = { screenX: 0, screenY: 0, outerWidth: 1500, outerHeight: 920, ...place }
  for (const [name, value] of Object.entries({ ...window, open })) vi.stubGlobal(name, value)
}

afterEach(() => {
  vi.unstubAllGlobals()
})

test.each([
  { where: 'in the middle', start: 0, outer: 1500, inner: 500, at: 500 },
  { where: 'on a screen to the left', start: -1920, outer: 1500, inner: 500, at: -1420 },
  { where: 'on a screen above', start: -1080, outer: 720, inner: 720, at: -1080 },
  { where: 'in a window smaller than the popup', start: 10, outer: 320, inner: 500, at: -80 },
  { where: 'on half a pixel', start: 0, outer: 501, inner: 500, at: 1 },
  { where: 'at zoomed coordinates', start: 10.4, outer: 1000.5, inner: 500, at: 261 },
])('centres $where', { tags: ['F58'] }, ({ start, outer, inner, at }) => {
  expect(centre(start, outer, inner)).toBe(at)
})

test('without knowing the screen, begins at 0', { tags: ['F58'] }, () => {
  const unknown = undefined as unknown as number
  for (const [start, outer] of [
    [NaN, 1000],
    [0, NaN],
    [unknown, 1000],
    [0, unknown],
  ] as const) {
    expect(centre(start, outer, 500)).toBe(0)
  }
  // Not -0, which would be written the same but compare differently.
  expect(centre(-0.2, 500, 500)).toBe(0)
})

test('any window gives whole numbers', { tags: ['F58'] }, () => {
  fc.assert(
    fc.property(fc.integer(), fc.double({ noDefaultInfinity: true }), fc.integer(), (a, b, c) => {
      expect(Number.isInteger(centre(a, b, c))).toBe(true)
    }),
  )
})

test('opens a window without a name, and with its opener', { tags: ['T24'] }, () => {
  const popup = { closed: false }
  const open = vi.fn(() => popup)
  stubWindow(open)
  expect(openPopup(url)).toEqual({ ok: true, popup })
  expect(open.mock.calls).toEqual([
    [url.href, '_blank', 'popup,width=500,height=720,left=500,top=100'],
  ])
})

test('takes the size from the options, each side by itself', () => {
  const open = vi.fn(() => ({ closed: false }))
  stubWindow(open, { screenX: -1500 })
  openPopup(url, { width: 400, height: 600 })
  openPopup(url, { width: 400 })
  expect(open.mock.calls.map(call => (call as unknown[])[2])).toEqual([
    'popup,width=400,height=600,left=-950,top=160',
    'popup,width=400,height=720,left=-950,top=100',
  ])
})

test('features never say NaN', { tags: ['F58'] }, () => {
  const open = vi.fn(() => ({ closed: false }))
  stubWindow(open, { screenX: undefined, outerWidth: undefined, screenY: NaN, outerHeight: '' })
  openPopup(url)
  expect(String((open.mock.calls[0] as unknown[])[2])).not.toMatch(/NaN|undefined/)
})

test.each([
  ['gives null', () => null],
  ['gives undefined', () => undefined],
  ['gives a window closed already', () => ({ closed: true })],
])('there is no popup where the browser %s', { tags: ['F01', 'F03'] }, (_, open) => {
  stubWindow(open)
  expect(openPopup(url)).toEqual({ ok: false, code: 'popup_blocked' })
})

test('what throws while the popup is opened is not a blocked popup, and its cause is kept', {
  tags: ['F38', 'F65'],
}, () => {
  const cause = new Error('not here')
  stubWindow(() => {
    throw cause
  })
  expect(openPopup(url)).toEqual({ ok: false, code: 'popup_failed', cause })
})

test('a script in the place of open gets texts, as payment and analytics scripts expect', {
  tags: ['F65'],
}, () => {
  const popup = { closed: false }
  stubWindow((address, ...rest) =>
    (address as string).match(/payments/) ? null : { ...popup, rest },
  )
  expect(openPopup(url)).toMatchObject({ ok: true, popup })
})
