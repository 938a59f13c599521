// The status line in a real browser: a live region with words and actions for every state.

import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { ConnectError } from 'smartcar-connect'
import { afterEach, expect, test } from 'vitest'
import { ConnectStatus } from './index.ts'
import { createFakeConnect } from './testing.ts'

afterEach(cleanup)

test('is there before it has anything to say, so that the first words are announced', () => {
  const connect = createFakeConnect()
  render(<ConnectStatus connect={connect} />)
  const region = screen.getByRole('status')
  expect(region.textContent).toBe('')
  act(() => connect.set({ status: 'waiting', popup: 'open' }))
  expect(screen.getByRole('status')).toBe(region)
  expect(region.textContent).toBe('Waiting for you in the Connect window.')
})

test('offers to cancel while waiting', () => {
  const connect = createFakeConnect({ status: 'waiting', popup: 'open' })
  render(<ConnectStatus connect={connect} />)
  fireEvent.click(screen.getByRole('button', { name: 'Show the window' }))
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(connect.calls).toEqual(['focus', 'cancel'])
})

test('offers to try again after a failure, in words that blame nobody', () => {
  const connect = createFakeConnect({
    status: 'failed',
    error: new ConnectError('exchange_failed', { status: 500 }),
  })
  render(<ConnectStatus connect={connect} />)
  expect(screen.getByRole('status').textContent).toMatch(/could not finish on our side/)
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(connect.calls).toEqual(['retry'])
})

test('shows a session alone without actions', () => {
  render(<ConnectStatus session={{ status: 'cancelled', reason: 'popup_closed' }} />)
  expect(screen.getByRole('status').textContent).toMatch(/closed the window/)
  expect(screen.queryByRole('button')).toBeNull()
})
