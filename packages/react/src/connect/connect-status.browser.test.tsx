// The status line in a real browser: a live region with words and actions for every state.

import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import * as React from 'react'
import { createRef } from 'react'
import {
  type CancelReason,
  ConnectError,
  type ConnectErrorCode,
  type Session,
} from 'smartcar-connect'
import { expect, vi } from 'vitest'
import { test } from '../../test/in-page.ts'
import { ConnectStatus } from '../index.ts'
import { enConnect } from '../locales/en.ts'
import { createFakeConnect } from '../testing.ts'

test('is there before it has anything to say, so that the first words are announced', ({
  connect,
}) => {
  render(<ConnectStatus connect={connect} />)
  const region = screen.getByRole('status')
  expect(region.textContent).toBe('')
  act(() => connect.set({ status: 'waiting', popup: 'open' }))
  expect(screen.getByRole('status')).toBe(region)
  expect(region.textContent).toBe('Carry on in the Smartcar window.')
})

test('gives its element to a ref, with a connect and with a session', ({ connect }) => {
  const [withConnect, withSession] = [createRef<HTMLDivElement>(), createRef<HTMLDivElement>()]
  render(
    <>
      <ConnectStatus connect={connect} ref={withConnect} />
      <ConnectStatus session={{ status: 'idle' }} ref={withSession} />
    </>,
  )
  for (const { current } of [withConnect, withSession]) expect(current?.dataset.sc).toBe('status')
})

test('offers to show the window and to cancel while the person is in the popup', () => {
  const connect = createFakeConnect({ status: 'waiting', popup: 'open' })
  render(<ConnectStatus connect={connect} />)
  fireEvent.click(screen.getByRole('button', { name: 'Show the window' }))
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(connect.calls).toEqual(['focus', 'cancel'])
})

test('offers to try again after a failure, in words that do not blame the person', () => {
  const connect = createFakeConnect({
    status: 'failed',
    error: new ConnectError('exchange_failed', { status: 500 }),
  })
  render(<ConnectStatus connect={connect} />)
  expect(screen.getByRole('status').textContent).toMatch(/^We couldn’t finish on our side\.$/)
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(connect.calls).toEqual(['retry'])
})

test('opens Connect again, rather than send a grant that the backend refused', () => {
  const error = new ConnectError('exchange_failed', { status: 409 })
  const connect = createFakeConnect({ status: 'failed', error })
  render(<ConnectStatus connect={connect} />)
  fireEvent.click(screen.getByRole('button', { name: 'Connect again' }))
  expect(connect.calls).toEqual(['open'])
})

type Call = 'open' | 'focus' | 'cancel' | 'retry' | 'redirect' | 'reload'

// What is called by each button that a person can see.
const calls: Record<string, Call> = {
  'Show the window': 'focus',
  Cancel: 'cancel',
  'Try again': 'retry',
  'Connect again': 'open',
  'Connect another car': 'open',
  'Open it in this tab': 'redirect',
}

const endings: readonly Session[] = [
  ...(Object.keys(enConnect.failed) as ConnectErrorCode[])
    // A test cannot reload its own page.
    .filter(code => code !== 'not_loaded')
    .map(code => ({ status: 'failed' as const, error: new ConnectError(code) })),
  ...[400, 403, 408, 409, 425, 429, 500, 502, 503].map(status => ({
    status: 'failed' as const,
    error: new ConnectError('exchange_failed', { status }),
  })),
  ...(Object.keys(enConnect.cancelled) as CancelReason[]).map(reason => ({
    status: 'cancelled' as const,
    reason,
  })),
]

test.each(endings.map(ending => [JSON.stringify(ending), ending] as const))(
  'a button leads where it says, after %s',
  (_name, ending) => {
    const called: Call[] = []
    const actions = {
      open: ((overrides?: object) => called.push(overrides ? 'redirect' : 'open')) as never,
      focus: () => void called.push('focus'),
      cancel: () => void called.push('cancel'),
      retry: (() => called.push('retry')) as never,
    }
    render(<ConnectStatus session={{ ...ending, ...actions }} />)
    const [button, ...others] = screen.queryAllByRole('button')
    expect(others).toEqual([])
    if (!button) return
    fireEvent.click(button)
    expect(called).toEqual([calls[button.textContent ?? '']])
  },
)

test('a session without `open` has no button that says that it opens', () => {
  const retry = vi.fn()
  render(<ConnectStatus session={{ status: 'cancelled', reason: 'aborted', retry }} />)
  expect(screen.queryByRole('button')).toBeNull()
})

test('shows the reason and the code to style sheets', ({ connect }) => {
  render(<ConnectStatus connect={connect} data-testid="line" />)
  const line = screen.getByTestId('line')
  expect(line.dataset.code).toBeUndefined()
  act(() => connect.set({ status: 'failed', error: new ConnectError('access_denied') }))
  expect(line.dataset).toMatchObject({ status: 'failed', code: 'access_denied' })
  act(() => connect.set({ status: 'cancelled', reason: 'popup_closed' }))
  expect(line.dataset).toMatchObject({ status: 'cancelled', code: 'popup_closed' })
})

test('shows a session alone without actions', () => {
  render(<ConnectStatus session={{ status: 'cancelled', reason: 'popup_closed' }} />)
  expect(screen.getByRole('status').textContent).toMatch(
    /^The window was closed before you finished\./,
  )
  expect(screen.queryByRole('button')).toBeNull()
})

// Collects what the live region says, one entry for each time that it changes.
function listen() {
  const region = screen.getByRole('status')
  const heard: string[] = []
  const observer = new MutationObserver(() => heard.push(region.textContent ?? ''))
  observer.observe(region, { childList: true, characterData: true, subtree: true })
  return { heard, stop: () => observer.disconnect() }
}

const exchanging = { status: 'exchanging', grant: {} } as const

test('announces each change once', async ({ connect }) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    render(<ConnectStatus connect={connect} />)
    const { heard, stop } = listen()
    const sessions = [
      { status: 'waiting', popup: 'open' },
      { status: 'waiting', popup: 'lost' },
      exchanging,
      { status: 'connected', grant: {}, data: 1 },
    ] as const
    for (const session of sessions) {
      await act(async () => connect.set(session))
      await act(async () => vi.advanceTimersByTime(1000))
      // The same state again has nothing new to say.
      await act(async () => connect.set({ ...session }))
    }
    stop()
    expect(heard).toEqual([
      'Carry on in the Smartcar window.',
      'We can’t see the Smartcar window any more. If it is still open, carry on there.',
      'Almost there: finishing the connection.',
      'Your car is connected.',
    ])
  } finally {
    vi.useRealTimers()
  }
})

test('does not begin a sentence that the next one would cut off', async ({ connect }) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    render(<ConnectStatus connect={connect} />)
    const { heard, stop } = listen()
    async function set(session: Session, lastsMs: number) {
      await act(async () => connect.set(session))
      await act(async () => vi.advanceTimersByTime(lastsMs))
    }
    await set({ status: 'preparing' }, 58)
    await set({ status: 'waiting', popup: 'open' }, 5000)
    await set(exchanging, 58)
    expect(vi.getTimerCount()).toBe(2)
    // Until then the person can still cancel.
    expect(screen.getByRole('button', { name: 'Cancel' })).toBeTruthy()
    await set({ status: 'connected', grant: {}, data: 1 }, 5000)
    stop()
    expect(heard).toEqual(['Carry on in the Smartcar window.', 'Your car is connected.'])
    expect(vi.getTimerCount()).toBe(0)
  } finally {
    vi.useRealTimers()
  }
})

test('what follows an ending is shown at once: somebody has pressed a button', ({ connect }) => {
  const error = new ConnectError('network_error')
  connect.set({ status: 'failed', error })
  render(<ConnectStatus connect={connect} />)
  act(() => connect.set(exchanging))
  expect(screen.getByRole('status').textContent).toBe('Almost there: finishing the connection.')
})

test('a second failure with the same words is announced as well', async ({ connect }) => {
  render(<ConnectStatus connect={connect} />)
  const { heard, stop } = listen()
  for (const _ of ['the first click', 'the second']) {
    const error = new ConnectError('popup_blocked')
    await act(async () => connect.set({ status: 'failed', error }))
    await act(async () => connect.set({ status: 'failed', error }))
  }
  stop()
  const sentence = 'Your browser blocked the window. Allow pop-ups for this site.'
  expect(heard).toEqual([sentence, sentence])
})

test('keeps the focus near when the button that had it is gone', () => {
  const connect = createFakeConnect({ status: 'waiting', popup: 'open' })
  render(<ConnectStatus connect={connect} />)
  function press(name: string) {
    const button = screen.getByRole('button', { name })
    button.focus()
    fireEvent.click(button)
  }
  press('Cancel')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Connect again' }))
  press('Connect again')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Show the window' }))
})

test('leaves the focus where it is when no button was pressed', () => {
  const connect = createFakeConnect({ status: 'waiting', popup: 'open' })
  render(<ConnectStatus connect={connect} />)
  act(() => connect.set({ status: 'cancelled', reason: 'popup_closed' }))
  expect(document.activeElement).toBe(document.body)
})

test('takes whatever a native element takes', () => {
  render(<ConnectStatus session={{ status: 'idle' }} className="mine" id="line" />)
  const line = document.getElementById('line')
  expect(line?.className).toBe('mine')
  expect(line?.dataset.status).toBe('idle')
})

test('a blocked popup can be opened in this tab instead', () => {
  const connect = createFakeConnect({ status: 'failed', error: new ConnectError('popup_blocked') })
  const open = vi.spyOn(connect, 'open')
  render(<ConnectStatus connect={connect} />)
  fireEvent.click(screen.getByRole('button', { name: 'Open it in this tab' }))
  expect(open).toHaveBeenCalledWith({ presentation: 'redirect' })
})

test('says how long it may take when an exchange takes longer than a moment, each time anew', async ({
  connect,
}) => {
  vi.useFakeTimers()
  try {
    render(<ConnectStatus connect={connect} />)
    const line = screen.getByRole('status')
    const first = 'Almost there: finishing the connection.'
    const second =
      'Still finishing the connection. This can take up to 15 seconds. Keep this page open.'
    for (const _ of ['the first time', 'again']) {
      act(() => connect.set({ status: 'waiting', popup: 'open' }))
      // Nothing is waited for while the person is in the popup.
      expect(vi.getTimerCount()).toBe(0)
      act(() => connect.set(exchanging))
      act(() => vi.advanceTimersByTime(500))
      expect(line.textContent).toBe(first)
      act(() => vi.advanceTimersByTime(2499))
      expect(line.textContent).toBe(first)
      act(() => vi.advanceTimersByTime(1))
      expect(line.textContent).toBe(second)
      expect(screen.getByRole('status')).toBe(line)
      expect(vi.getTimerCount()).toBe(0)
      act(() =>
        connect.set({
          status: 'failed',
          error: new ConnectError('exchange_failed', { status: 503 }),
        }),
      )
      expect(line.textContent).toBe('We couldn’t finish on our side.')
    }
    act(() => connect.set(exchanging))
    cleanup()
    expect(vi.getTimerCount()).toBe(0)
  } finally {
    vi.useRealTimers()
  }
})

test.skipIf(!('Activity' in React))(
  'what was waited for while the line was hidden is what it holds when it is shown again',
  () => {
    function page(mode: 'visible' | 'hidden', session: Session) {
      return (
        <React.Activity mode={mode}>
          <ConnectStatus session={session} />
        </React.Activity>
      )
    }
    const { rerender } = render(page('visible', { status: 'idle' }))
    rerender(page('hidden', { status: 'waiting', popup: 'open' }))
    rerender(page('visible', exchanging))
    expect(screen.getByRole('status').textContent).toBe('Carry on in the Smartcar window.')
  },
)
