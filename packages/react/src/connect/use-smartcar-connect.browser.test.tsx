// The hook in a real browser: what a click does, which options count, and when it renders.

import { act, fireEvent, render, renderHook, screen } from '@testing-library/react'
import { expect, vi } from 'vitest'
import { options } from '../../test/connect-options.ts'
import { test } from '../../test/in-page.ts'
import { SmartcarConnectProvider, useSmartcarConnect } from '../index.ts'

function Button(props: { scope?: string[] }) {
  const connect = useSmartcarConnect({ ...options, ...props })
  return <button {...connect.buttonProps}>{connect.status}</button>
}

test('opens the popup in the click itself, with its state shown on the button', ({ open }) => {
  render(<Button />)
  const button = screen.getByRole('button')
  expect(button.dataset.status).toBe('idle')
  fireEvent.click(button)
  expect(open).toHaveBeenCalledTimes(1)
  expect(button.dataset.status).toBe('waiting')
  expect(button.getAttribute('aria-busy')).toBe('true')
})

test('opens Connect with the options of the latest render', ({ open }) => {
  const { rerender } = render(<Button scope={['read_vin']} />)
  rerender(<Button scope={['read_odometer']} />)
  fireEvent.click(screen.getByRole('button'))
  expect(new URL(String(open.mock.calls[0]?.[0])).searchParams.get('scope')).toBe('read_odometer')
})

test('calls the callback of the latest render', ({ open }) => {
  const first = vi.fn()
  const second = vi.fn()
  function Cancellable({ onCancel }: { onCancel: () => void }) {
    const { buttonProps, cancel } = useSmartcarConnect({ ...options, onCancel })
    return (
      <>
        <button {...buttonProps}>Connect</button>
        <button type="button" onClick={cancel}>
          Cancel
        </button>
      </>
    )
  }
  const { rerender } = render(<Cancellable onCancel={first} />)
  fireEvent.click(screen.getByText('Connect'))
  expect(open).toHaveBeenCalledTimes(1)
  rerender(<Cancellable onCancel={second} />)
  fireEvent.click(screen.getByText('Cancel'))
  expect(first).not.toHaveBeenCalled()
  expect(second).toHaveBeenCalledTimes(1)
})

test('renders again only when the session changes', ({ connect }) => {
  const renders = vi.fn()
  renderHook(() => {
    renders()
    return useSmartcarConnect(connect)
  })
  const before = renders.mock.calls.length
  act(() => connect.set(connect.getSession()))
  expect(renders.mock.calls.length).toBe(before)
  act(() => connect.set({ status: 'waiting', popup: 'open' }))
  expect(renders.mock.calls.length).toBe(before + 1)
})

test('two hooks on one page have sessions of their own', { tags: ['F11'] }, ({ open }) => {
  render(
    <>
      <Button />
      <Button />
    </>,
  )
  const [one, two] = screen.getAllByRole('button')
  fireEvent.click(one as HTMLElement)
  expect(two?.dataset.status).toBe('idle')
  fireEvent.click(two as HTMLElement)
  expect(open).toHaveBeenCalledTimes(2)
})

test('takes from the provider the options that it is not given itself', ({ open }) => {
  function Bare() {
    return <button {...useSmartcarConnect({ scope: ['read_vin'] }).buttonProps}>Connect</button>
  }
  render(
    <SmartcarConnectProvider {...options} scope={['read_fuel']} mode="live">
      <SmartcarConnectProvider mode="simulated">
        <Bare />
      </SmartcarConnectProvider>
    </SmartcarConnectProvider>,
  )
  fireEvent.click(screen.getByRole('button'))
  const { searchParams } = new URL(String(open.mock.calls[0]?.[0]))
  expect(searchParams.get('client_id')).toBe('app')
  expect(searchParams.get('mode')).toBe('simulated')
  expect(searchParams.get('scope')).toBe('read_vin')
})

test('names the option that is missing, at once', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  expect(() => renderHook(() => useSmartcarConnect({ exchange: '/api' }))).toThrow(/applicationId/)
})
