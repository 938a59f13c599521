// The look of button and status line, measured: what must not move or overlap, in each state.

import { act, render, screen } from '@testing-library/react'
import type { CSSProperties, ReactNode } from 'react'
import { ConnectError, type Session } from 'smartcar-connect'
import { beforeAll, expect } from 'vitest'
import { test } from '../../test/in-page.ts'
import { ConnectButton, ConnectStatus } from '../index.ts'
import styles from '../styles/styles.css?inline'
import { createFakeConnect } from '../testing.ts'

beforeAll(() => {
  const sheet = document.head.appendChild(document.createElement('style'))
  sheet.textContent = styles
  return () => sheet.remove()
})

const sessions: readonly Session[] = [
  { status: 'idle' },
  { status: 'preparing' },
  { status: 'waiting', popup: 'open' },
  { status: 'waiting', popup: 'lost' },
  { status: 'exchanging', grant: {} },
  { status: 'connected', grant: {}, data: undefined },
  { status: 'cancelled', reason: 'popup_closed' },
  { status: 'failed', error: new ConnectError('access_denied') },
  { status: 'failed', error: new ConnectError('exchange_failed') },
]

function boxOf(element: Element): number[] {
  const { x, y, width, height } = element.getBoundingClientRect()
  return [x, y, width, height]
}

function expectSamePlace(element: Element, before: readonly number[], name: string) {
  for (const [index, value] of boxOf(element).entries()) {
    expect(Math.abs(value - (before[index] ?? Number.NaN)), name).toBeLessThanOrEqual(1)
  }
}

function Page({ space, children }: { space?: string; children: ReactNode }) {
  const style = { ...(space && { '--sc-status-space': space }), width: 600 } as CSSProperties
  return (
    <div style={style}>
      <h1>Your garage</h1>
      <div style={{ display: 'flex', gap: 16 }}>
        {children}
        <p>beside</p>
      </div>
    </div>
  )
}

test('nothing above or beside the button moves, nor the button itself', ({ connect }) => {
  render(
    <>
      <Page>
        <ConnectButton connect={connect}>Connect</ConnectButton>
      </Page>
      <ConnectStatus connect={connect} />
    </>,
  )
  const watched = [screen.getByText('Connect'), screen.getByText('beside')]
  const before = watched.map(boxOf)
  for (const session of sessions) {
    act(() => connect.set(session))
    for (const [index, element] of watched.entries()) {
      expectSamePlace(element, before[index] ?? [], `${session.status} ${element.textContent}`)
    }
  }
})

test('nothing below the status line moves where its place is kept', ({ connect }) => {
  render(
    <div style={{ '--sc-status-space': '8rem', width: 600 } as CSSProperties}>
      <ConnectStatus connect={connect} />
      <p>below</p>
    </div>,
  )
  const below = screen.getByText('below')
  const before = boxOf(below)
  for (const session of sessions) {
    act(() => connect.set(session))
    expectSamePlace(below, before, session.status)
  }
})

test('the line takes no place while it is idle, unless that is kept', ({ connect }) => {
  render(<ConnectStatus connect={connect} data-testid="line" />)
  expect(screen.getByTestId('line').getBoundingClientRect().height).toBe(0)
})

test('the line is as high as what it says, also where a column is low', () => {
  const connect = createFakeConnect({ status: 'failed', error: new ConnectError('popup_blocked') })
  render(
    <div style={{ display: 'grid', height: 60, width: 300 }}>
      <ConnectStatus connect={connect} data-testid="line" />
      <div style={{ height: 200 }} />
    </div>,
  )
  const { scrollHeight, clientHeight } = screen.getByTestId('line')
  expect(clientHeight).toBeGreaterThan(40)
  expect(scrollHeight).toBe(clientHeight)
})

// The space in pixels from the edge of the button to its words.
function roomBefore(button: HTMLElement): number {
  const range = document.createRange()
  range.selectNodeContents(button)
  return range.getBoundingClientRect().left - button.getBoundingClientRect().left
}

test.for([
  ['as it comes', {}, {}],
  ['compact', { size: 'compact' }, {}],
  ['dense', {}, { '--sc-control': '36px', '--sc-space': '3px' }],
  ['wide', { fullWidth: true }, {}],
  ['with larger letters', {}, { fontSize: '32px' }],
  ['in a narrow place', {}, { width: '110px' }],
] as const)('the ring stays inside the button and off its words: %s', ([, props, style]) => {
  const connect = createFakeConnect({ status: 'waiting', popup: 'open' })
  render(
    <div style={style as CSSProperties}>
      <ConnectButton connect={connect} {...props} />
    </div>,
  )
  const button = screen.getByRole('button')
  const ring = getComputedStyle(button, '::before')
  const [ringPx, endPx, startPx] = [ring.inlineSize, ring.marginInlineEnd, ring.marginInlineStart]
    .map(length => Number.parseFloat(length))
    .map(Math.abs) as [number, number, number]
  // It takes no room of its own, so that the words stay where they are.
  expect(startPx).toBe(ringPx + endPx)
  expect(endPx).toBeGreaterThanOrEqual(4)
  expect(roomBefore(button)).toBeGreaterThanOrEqual(ringPx + endPx)
})

test('a regular button is 44 pixels high, and a compact one 36', ({ connect }) => {
  render(
    <>
      <ConnectButton connect={connect}>regular</ConnectButton>
      <ConnectButton connect={connect} size="compact">
        compact
      </ConnectButton>
    </>,
  )
  expect(screen.getByText('regular').offsetHeight).toBe(44)
  expect(screen.getByText('compact').offsetHeight).toBe(36)
})

test('a disabled button does not look like one that can be pressed', ({ connect }) => {
  render(
    <>
      <ConnectButton connect={connect}>on</ConnectButton>
      <ConnectButton connect={connect} disabled>
        off
      </ConnectButton>
      <ConnectButton connect={connect} aria-disabled>
        aria
      </ConnectButton>
    </>,
  )
  const [on, off, aria] = ['on', 'off', 'aria'].map(name => {
    const { backgroundColor, color, cursor } = getComputedStyle(screen.getByText(name))
    return { backgroundColor, color, cursor }
  })
  expect(off).toEqual(aria)
  expect(off?.cursor).toBe('not-allowed')
  expect(off?.backgroundColor).not.toBe(on?.backgroundColor)
  expect(off?.color).not.toBe(on?.color)
})

test('each ending has a shape of its own, and to say no looks like a cancellation', () => {
  const shapes = sessions.slice(1).map(session => {
    const { container } = render(<ConnectStatus connect={createFakeConnect(session)} />)
    const sign = container.querySelector('[data-sc=status] > p') as Element
    return getComputedStyle(sign, '::before').clipPath
  })
  const [preparing, open, lost, exchanging, connected, cancelled, denied, failed] = shapes
  expect([lost, exchanging, denied]).toEqual([open, preparing, cancelled])
  expect(new Set([preparing, open, connected, cancelled, failed]).size).toBe(5)
  for (const shape of shapes) expect(shape).toMatch(/^path\(/)
})

test('only the button turns while a session is under way', ({ connect }) => {
  const { container } = render(
    <>
      <ConnectButton connect={connect} />
      <ConnectStatus connect={connect} />
    </>,
  )
  act(() => connect.set({ status: 'waiting', popup: 'open' }))
  const turning = document
    .getAnimations()
    .map(({ effect }) => (effect as KeyframeEffect).target)
    .filter(target => container.contains(target))
  expect(turning).toEqual([screen.getByText('Connect your car')])
})

test('a tint has the colour of the words, whatever the theme', () => {
  render(
    <div style={{ color: 'rgb(0, 128, 0)', background: 'var(--sc-tint)' }} data-testid="tile" />,
  )
  const { backgroundColor } = getComputedStyle(screen.getByTestId('tile'))
  expect(backgroundColor).toMatch(/^oklab\(0\.5.* \/ 0\.06\)$/)
})
