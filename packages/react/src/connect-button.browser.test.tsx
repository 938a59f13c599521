// The button in a real browser: native in every way, and it opens Connect.

import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { createRef } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { ConnectButton } from './index.ts'
import { createFakeConnect } from './testing.ts'

afterEach(cleanup)

test('is a native button that says that a window opens', () => {
  render(<ConnectButton connect={createFakeConnect()} />)
  const button = screen.getByRole('button', {
    name: 'Connect your car',
    description: 'Opens a new window',
  })
  expect(button.tagName).toBe('BUTTON')
  expect(button.getAttribute('type')).toBe('button')
})

test('keeps its name and its focus while it is busy', () => {
  const connect = createFakeConnect()
  render(<ConnectButton connect={connect} />)
  const button = screen.getByRole('button', { name: 'Connect your car' })
  button.focus()
  fireEvent.click(button)
  expect(screen.getByRole('button', { name: 'Connect your car', busy: true })).toBe(button)
  expect(document.activeElement).toBe(button)
})

test('passes on whatever a native button takes, and nothing that is an option', () => {
  const ref = createRef<HTMLButtonElement>()
  render(
    <ConnectButton
      ref={ref}
      className="mine"
      id="connect"
      data-testid="b"
      clientId="app"
      redirectUri={`${location.origin}/redirect.html`}
      exchange="/api"
      scope={['read_vin']}
    >
      Add a car
    </ConnectButton>,
  )
  const button = screen.getByRole('button', { name: 'Add a car' })
  expect(ref.current).toBe(button)
  expect(button.className).toBe('mine')
  expect(button.getAttributeNames().sort()).toEqual(
    ['aria-busy', 'aria-describedby', 'class', 'data-status', 'data-testid', 'id', 'type'].sort(),
  )
})

test('calls onClick first, which may prevent the opening', () => {
  const connect = createFakeConnect()
  const { rerender } = render(<ConnectButton connect={connect} onClick={e => e.preventDefault()} />)
  fireEvent.click(screen.getByRole('button'))
  expect(connect.calls).toEqual([])
  const onClick = vi.fn()
  rerender(<ConnectButton connect={connect} onClick={onClick} />)
  fireEvent.click(screen.getByRole('button'))
  expect(onClick).toHaveBeenCalledTimes(1)
  expect(connect.calls).toEqual(['open'])
})
