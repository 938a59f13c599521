// The button in a real browser: native in every way, and it opens Connect.

import { act, fireEvent, render, screen } from '@testing-library/react'
import { Component, createRef, type ReactNode } from 'react'
import { expect, vi } from 'vitest'
import { options } from '../../test/connect-options.ts'
import { test } from '../../test/in-page.ts'
import { ConnectButton, ConnectError, ConnectStatus, SmartcarConnectProvider } from '../index.ts'
import { de } from '../locales/de.ts'
import { en } from '../locales/en.ts'
import { createFakeConnect } from '../testing.ts'

test('is a native button that says that a window opens', ({ connect }) => {
  render(<ConnectButton connect={connect} />)
  const button = screen.getByRole('button', {
    name: 'Connect your car',
    description: 'Opens a new window',
  })
  expect(button.tagName).toBe('BUTTON')
  expect(button.getAttribute('type')).toBe('button')
})

test('keeps its name and its focus while it is busy', ({ connect }) => {
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
    [
      'aria-busy',
      'aria-describedby',
      'class',
      'data-sc',
      'data-status',
      'data-testid',
      'id',
      'type',
    ].sort(),
  )
})

test('calls onClick first, which may prevent the opening', ({ connect }) => {
  const { rerender } = render(<ConnectButton connect={connect} onClick={e => e.preventDefault()} />)
  fireEvent.click(screen.getByRole('button'))
  expect(connect.calls).toEqual([])
  const onClick = vi.fn()
  rerender(<ConnectButton connect={connect} onClick={onClick} />)
  fireEvent.click(screen.getByRole('button'))
  expect(onClick).toHaveBeenCalledTimes(1)
  expect(connect.calls).toEqual(['open'])
})

test('opens although the app’s own handler throws', { tags: ['F64'] }, ({ connect }) => {
  const reported = vi.fn()
  function onError(event: ErrorEvent) {
    event.preventDefault()
    reported(event.message)
  }
  window.addEventListener('error', onError)
  function onClick() {
    throw new Error('analytics are down')
  }
  render(<ConnectButton connect={connect} onClick={onClick} />)
  fireEvent.click(screen.getByRole('button'))
  window.removeEventListener('error', onError)
  expect(connect.calls).toEqual(['open'])
  // The developer still sees it.
  expect(reported).toHaveBeenCalledWith(expect.stringContaining('analytics are down'))
})

test('children that throw leave no popup and no session behind', { tags: ['F64'] }, async ({
  open,
  popup,
}) => {
  class Boundary extends Component<{ children: ReactNode }> {
    override state = { failed: false }
    static getDerivedStateFromError() {
      return { failed: true }
    }
    override render() {
      return this.state.failed ? <p>Something broke</p> : this.props.children
    }
  }
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const onCancel = vi.fn()
  render(
    <Boundary>
      <ConnectButton {...options} onCancel={onCancel}>
        {session => {
          if (session.status === 'waiting') throw new Error('from the app')
          return 'Connect'
        }}
      </ConnectButton>
    </Boundary>,
  )
  await act(async () => fireEvent.click(screen.getByRole('button')))
  expect(open).toHaveBeenCalledTimes(1)
  expect(screen.getByText('Something broke')).toBeTruthy()
  expect(popup.close).toHaveBeenCalled()
  expect(onCancel).not.toHaveBeenCalled()
})

test('prepares the click beside the app’s own handlers', ({ connect }) => {
  const prepare = vi.spyOn(connect, 'prepare')
  const own = vi.fn()
  render(<ConnectButton connect={connect} onFocus={own} onPointerEnter={own} />)
  const button = screen.getByRole('button')
  fireEvent.focus(button)
  fireEvent.pointerEnter(button)
  expect(prepare).toHaveBeenCalledTimes(2)
  expect(own).toHaveBeenCalledTimes(2)
})

test('brings the focus back when the popup has taken it, but not from another element', async ({
  connect,
}) => {
  render(
    <>
      <ConnectButton connect={connect} />
      <input aria-label="Elsewhere" />
    </>,
  )
  const button = screen.getByRole('button')
  const elsewhere = screen.getByRole('textbox')
  for (const [focused, expected] of [
    [undefined, button],
    [elsewhere, elsewhere],
  ] as const) {
    fireEvent.click(button)
    // Safari gives a clicked button no focus, so that it is nowhere when the popup closes.
    button.blur()
    focused?.focus()
    await act(async () => connect.set({ status: 'cancelled', reason: 'popup_closed' }))
    expect(document.activeElement).toBe(expected)
  }
})

test('children may be a function of the session', ({ connect }) => {
  render(
    <ConnectButton connect={connect}>
      {session => (session.status === 'connected' ? 'Connect another car' : 'Connect')}
    </ConnectButton>,
  )
  expect(screen.getByRole('button', { name: 'Connect' })).toBeTruthy()
  act(() => connect.set({ status: 'connected', grant: {}, data: 1 }))
  expect(screen.getByRole('button', { name: 'Connect another car' })).toBeTruthy()
})

test('after a success it is for another car, and keeps that name until it is reset', ({
  connect,
}) => {
  render(
    <>
      <ConnectButton connect={connect} />
      <ConnectButton connect={connect}>Add</ConnectButton>
    </>,
  )
  const [button, other] = screen.getAllByRole('button')
  expect(button?.textContent).toBe('Connect your car')
  for (const session of [
    { status: 'connected', grant: {}, data: 1 },
    { status: 'waiting', popup: 'open' },
    { status: 'cancelled', reason: 'popup_closed' },
  ] as const) {
    act(() => connect.set(session))
    expect(button?.textContent).toBe('Connect another car')
    expect(other?.textContent).toBe('Add')
  }
  act(() => connect.reset())
  expect(button?.textContent).toBe('Connect your car')
})

test('one more car and another one instead are two things in German', ({ connect }) => {
  render(
    <SmartcarConnectProvider labels={de}>
      <ConnectButton connect={connect} />
      <ConnectStatus connect={connect} />
    </SmartcarConnectProvider>,
  )
  act(() => connect.set({ status: 'connected', grant: {}, data: 1 }))
  expect(screen.getByRole('button').textContent).toBe('Weiteres Auto verbinden')
  act(() => connect.set({ status: 'failed', error: new ConnectError('vehicle_incompatible') }))
  expect(screen.getAllByRole('button').map(button => button.textContent)).toEqual([
    'Weiteres Auto verbinden',
    'Anderes Auto verbinden',
  ])
})

test('says nothing of an icon, and tells a style sheet how it should look', ({ connect }) => {
  const { rerender } = render(<ConnectButton connect={connect} icon={<i>+</i>} />)
  const button = screen.getByRole('button', { name: 'Connect your car' })
  expect(button.querySelector('[data-sc=icon]')?.textContent).toBe('+')
  expect({ ...button.dataset }).toEqual({ sc: 'button', status: 'idle' })
  rerender(<ConnectButton connect={connect} variant="quiet" size="compact" fullWidth />)
  expect(button.querySelector('[data-sc=icon]')).toBeNull()
  expect({ ...button.dataset }).toEqual({
    sc: 'button',
    status: 'idle',
    variant: 'quiet',
    size: 'compact',
    fullWidth: '',
  })
})

test('a button that is aria-disabled can have the focus, and opens nothing', ({ connect }) => {
  const onClick = vi.fn()
  const { rerender } = render(<ConnectButton connect={connect} aria-disabled onClick={onClick} />)
  const button = screen.getByRole('button')
  button.focus()
  expect(document.activeElement).toBe(button)
  fireEvent.click(button)
  expect(onClick).toHaveBeenCalledTimes(1)
  expect(connect.calls).toEqual([])
  rerender(<ConnectButton connect={connect} aria-disabled="false" />)
  fireEvent.click(button)
  expect(connect.calls).toEqual(['open'])
})

test('speaks the language of the provider above, and shows its children instead if it has any', () => {
  const connect = { ...en.connect, button: 'Auto verbinden', opensWindow: 'Neues Fenster' }
  render(
    <SmartcarConnectProvider labels={{ ...en, connect }}>
      <ConnectButton connect={createFakeConnect()} />
      <ConnectButton connect={createFakeConnect()}>Los</ConnectButton>
    </SmartcarConnectProvider>,
  )
  const description = 'Neues Fenster'
  expect(screen.getByRole('button', { name: 'Auto verbinden', description })).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Los', description })).toBeTruthy()
})
