// A component that only watches a connection.

import { act, render, screen } from '@testing-library/react'
import type { Connect, Session } from 'smartcar-connect'
import { expect, vi } from 'vitest'
import { test } from '../../test/in-page.ts'
import { createFakeConnect } from '../testing.ts'
import { useSession } from './use-session.ts'

function Watcher({ source }: { source: Connect | Session }) {
  return <output>{useSession(source).status}</output>
}

test('follows a Connect, and neither prepares nor cancels it', () => {
  const connect = { ...createFakeConnect(), prepare: vi.fn() }
  const { unmount } = render(<Watcher source={connect} />)
  act(() => connect.set({ status: 'waiting', popup: 'open' }))
  expect(screen.getByRole('status').textContent).toBe('waiting')
  unmount()
  expect(connect.calls).toEqual([])
  expect(connect.prepare).not.toHaveBeenCalled()
})

test('shows a session as it is given, and a Connect that takes its place', () => {
  const { rerender } = render(<Watcher source={{ status: 'redirecting' }} />)
  expect(screen.getByRole('status').textContent).toBe('redirecting')
  const connect = createFakeConnect()
  rerender(<Watcher source={connect} />)
  expect(screen.getByRole('status').textContent).toBe('idle')
  act(() => connect.set({ status: 'exchanging', grant: {} }))
  expect(screen.getByRole('status').textContent).toBe('exchanging')
})
