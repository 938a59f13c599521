// The status line in a real browser: a live region with words and actions for every state.

import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { createRef } from 'react'
import { ConnectError } from 'smartcar-connect'
import { expect, vi } from 'vitest'
import { test } from '../../test/in-page.ts'
import { ConnectStatus } from '../index.ts'
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
  expect(screen.getByRole('status').textContent).toMatch(/couldn’t finish on our side/)
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

test('a session without `open` is tried again by what it has', () => {
  const retry = vi.fn()
  render(<ConnectStatus session={{ status: 'cancelled', reason: 'aborted', retry }} />)
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(retry).toHaveBeenCalledTimes(1)
})

test('shows a session alone without actions', () => {
  render(<ConnectStatus session={{ status: 'cancelled', reason: 'popup_closed' }} />)
  expect(screen.getByRole('status').textContent).toMatch(/window was closed/)
  expect(screen.queryByRole('button')).toBeNull()
})

test('announces each change once', async ({ connect }) => {
  render(<ConnectStatus connect={connect} />)
  const announced: string[] = []
  const observer = new MutationObserver(() =>
    announced.push(screen.getByRole('status').textContent ?? ''),
  )
  observer.observe(screen.getByRole('status'), {
    childList: true,
    characterData: true,
    subtree: true,
  })
  const sessions = [
    { status: 'waiting', popup: 'open' },
    { status: 'waiting', popup: 'lost' },
    { status: 'exchanging', grant: {} },
    { status: 'connected', grant: {}, data: 1 },
  ] as const
  for (const session of sessions) {
    await act(async () => connect.set(session))
    // The same state again has nothing new to say.
    await act(async () => connect.set({ ...session }))
  }
  observer.disconnect()
  expect(announced).toEqual([
    'Carry on in the Smartcar window.',
    'We can’t see the Smartcar window any more. If it is still open, carry on there.',
    'Almost there: finishing the connection.',
    'Your car is connected.',
  ])
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
      act(() => connect.set({ status: 'exchanging', grant: {} }))
      act(() => vi.advanceTimersByTime(2999))
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
    act(() => connect.set({ status: 'exchanging', grant: {} }))
    cleanup()
    expect(vi.getTimerCount()).toBe(0)
  } finally {
    vi.useRealTimers()
  }
})
