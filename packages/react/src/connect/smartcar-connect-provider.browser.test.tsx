// What a provider gives to a test: a fake for components that make a connection of their own.

import { act, fireEvent, render, screen } from '@testing-library/react'
import { StrictMode } from 'react'
import { expect, vi } from 'vitest'
import { options } from '../../test/connect-options.ts'
import { test } from '../../test/in-page.ts'
import {
  ConnectButton,
  ConnectStatus,
  SmartcarConnectProvider,
  useSmartcarConnect,
} from '../index.ts'
import { createFakeConnect } from '../testing.ts'

type Car = { make: string }

function Garage({ onSuccess }: { onSuccess?: (cars: Car[]) => void }) {
  const connect = useSmartcarConnect<Car[]>({ ...options, onSuccess })
  return (
    <>
      <button {...connect.buttonProps}>Connect</button>
      <ConnectStatus session={connect} />
      {connect.status === 'connected' && <p>{connect.data[0]?.make}</p>}
    </>
  )
}

test('fakes a component that makes its own connection, and calls its callbacks', ({
  connect,
  open,
}) => {
  const onSuccess = vi.fn()
  const { rerender } = render(
    <StrictMode>
      <SmartcarConnectProvider connect={connect}>
        <Garage />
      </SmartcarConnectProvider>
    </StrictMode>,
  )
  rerender(
    <StrictMode>
      <SmartcarConnectProvider connect={connect}>
        <Garage onSuccess={onSuccess} />
      </SmartcarConnectProvider>
    </StrictMode>,
  )
  fireEvent.click(screen.getByRole('button', { name: 'Connect' }))
  expect(open).not.toHaveBeenCalled()
  expect(screen.getByRole('status').textContent).toBe('Carry on in the Smartcar window.')
  act(() => connect.set({ status: 'connected', grant: {}, data: [{ make: 'Tesla' }] }))
  expect(screen.getByText('Tesla')).toBeTruthy()
  expect(onSuccess).toHaveBeenCalledTimes(1)
  expect(onSuccess).toHaveBeenCalledWith([{ make: 'Tesla' }], {})
})

test('a component with a connect of its own keeps it, and an inner provider may take the fake away', ({
  connect,
  open,
}) => {
  const own = createFakeConnect()
  render(
    <SmartcarConnectProvider connect={connect} {...options}>
      <ConnectButton connect={own}>own</ConnectButton>
      <SmartcarConnectProvider connect={undefined}>
        <ConnectButton>real</ConnectButton>
      </SmartcarConnectProvider>
    </SmartcarConnectProvider>,
  )
  fireEvent.click(screen.getByText('own'))
  fireEvent.click(screen.getByText('real'))
  expect(own.calls).toEqual(['open'])
  expect(connect.calls).toEqual([])
  expect(open).toHaveBeenCalledTimes(1)
})

test('a component that is removed is told nothing more, and cancels its session', async ({
  connect,
}) => {
  const onSuccess = vi.fn()
  const { unmount } = render(
    <SmartcarConnectProvider connect={connect}>
      <Garage onSuccess={onSuccess} />
    </SmartcarConnectProvider>,
  )
  fireEvent.click(screen.getByRole('button', { name: 'Connect' }))
  unmount()
  await Promise.resolve()
  expect(connect.getSession()).toEqual({ status: 'cancelled', reason: 'aborted' })
  connect.set({ status: 'connected', grant: {}, data: [] })
  expect(onSuccess).not.toHaveBeenCalled()
})
