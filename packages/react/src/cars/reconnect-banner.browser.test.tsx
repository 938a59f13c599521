// Signing in again: what the banner says and for how long, and what the app's callbacks can do to it.

import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, vi } from 'vitest'
import { test } from '../../test/in-page.ts'
import {
  ReconnectBanner,
  type ReconnectBannerProps,
  type ReconnectCar,
  SmartcarConnectProvider,
  useConnectedCars,
  useReconnect,
  useReconnectAccounts,
} from '../index.ts'
import { de } from '../locales/de.ts'
import { createFakeConnect, type FakeConnect } from '../testing.ts'

const ev6: ReconnectCar = { id: 'ev6', make: 'KIA', model: 'EV6', state: 'needs_reauth' }
const leaf: ReconnectCar = { id: 'leaf', make: 'NISSAN', model: 'Leaf', state: 'needs_reauth' }
const healthy = [ev6, leaf].map(car => ({ ...car, state: 'connected' as const }))

let connect: FakeConnect

beforeEach(() => {
  connect = createFakeConnect()
})

function banner(props: ReconnectBannerProps) {
  return (
    <SmartcarConnectProvider connect={connect} backend={`/api/${crypto.randomUUID()}`}>
      <ReconnectBanner {...props} />
    </SmartcarConnectProvider>
  )
}

function press() {
  fireEvent.click(screen.getByRole('button', { name: /^Sign in again/ }))
}

async function signIn() {
  press()
  await act(async () => connect.set({ status: 'connected', grant: {}, data: [] }))
}

test('says that the person is signed in until another car asks, and not above it', async () => {
  vi.spyOn(window, 'fetch').mockImplementation(async () => Response.json([]))
  const { rerender } = render(banner({ cars: [ev6] }))
  await signIn()
  await waitFor(() => expect(screen.getByText('You are signed in again.')).toBeTruthy())
  rerender(banner({ cars: healthy }))
  expect(screen.getByText('You are signed in again.')).toBeTruthy()
  rerender(banner({ cars: [leaf] }))
  expect(screen.queryByText('You are signed in again.')).toBeNull()
  rerender(banner({ cars: healthy }))
  expect(screen.queryByText('You are signed in again.')).toBeNull()
})

test('the same car that asks anew takes the words away as well', async () => {
  vi.spyOn(window, 'fetch').mockImplementation(async () => Response.json([]))
  const { rerender } = render(banner({ cars: [ev6] }))
  await signIn()
  rerender(banner({ cars: healthy }))
  rerender(banner({ cars: [ev6] }))
  expect(screen.queryByText('You are signed in again.')).toBeNull()
})

test('a row that goes while its button has the focus hands it on, although nobody pressed', async () => {
  const { rerender } = render(banner({ cars: [ev6, leaf] }))
  screen.getByRole('button', { name: 'Sign in again with Kia' }).focus()
  rerender(banner({ cars: [leaf] }))
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Sign in again with Nissan'))
  rerender(banner({ cars: healthy }))
  await waitFor(() => expect(document.activeElement?.getAttribute('data-sc')).toBe('reconnect'))
})

test('twin cars are one name, and the sentence about them is for one', () => {
  const twins = [ev6, { ...ev6, id: 'twin' }]
  render(banner({ cars: twins, labels: de }))
  expect(screen.getByText(/damit Kia EV6 verbunden bleibt\./)).toBeTruthy()
})

test('its button tells that it opens a window, as every connect button does', () => {
  render(banner({ cars: [ev6] }))
  const button = screen.getByRole('button', { name: 'Sign in again with Kia' })
  const description = document.getElementById(button.getAttribute('aria-describedby') ?? '')
  expect(description?.textContent).toBe('Opens a new window')
})

test('a callback of the app that throws keeps neither the list nor the banner from going on', async () => {
  const fetch = vi.spyOn(window, 'fetch').mockImplementation(async () => Response.json([ev6]))
  const onSignedIn = vi.fn()
  const report = vi.fn()
  // As a real connection does it: what a callback of the app rejects with is reported.
  const createConnect: FakeConnect['createConnect'] = source => {
    const read = typeof source === 'function' ? source : () => source
    return connect.createConnect(() => {
      const { onSuccess, ...options } = read()
      return {
        ...options,
        onSuccess: (...answer: Parameters<NonNullable<typeof onSuccess>>) =>
          Promise.resolve(onSuccess?.(...answer)).catch(report),
      } as ReturnType<typeof read>
    })
  }
  function onSuccess() {
    throw new Error('analytics')
  }
  function Page() {
    const { cars } = useConnectedCars({ live: false })
    return <ReconnectBanner cars={cars} connect={{ onSuccess }} onSignedIn={onSignedIn} />
  }
  render(
    <SmartcarConnectProvider connect={{ ...connect, createConnect }} backend="/api/throws">
      <Page />
    </SmartcarConnectProvider>,
  )
  await screen.findByRole('button')
  await signIn()
  await waitFor(() => expect(report).toHaveBeenCalledWith(new Error('analytics')))
  expect(onSignedIn).toHaveBeenCalledTimes(1)
  expect(fetch).toHaveBeenCalledTimes(2)
  expect(connect.getSession().status).toBe('idle')
})

test('a banner of the app keeps its account until the session has ended, as ours does', async () => {
  vi.spyOn(window, 'fetch').mockImplementation(async () => Response.json([]))
  const onSignedIn = vi.fn()
  function SignIn({ account }: Pick<Parameters<typeof useReconnect>[0], 'account'>) {
    const { buttonProps, buttonLabel } = useReconnect({ account, onSignedIn })
    return <button {...buttonProps}>{buttonLabel}</button>
  }
  function Own({ cars }: { cars: readonly ReconnectCar[] }) {
    return useReconnectAccounts(cars).map(account => <SignIn key={account.key} account={account} />)
  }
  function page(cars: readonly ReconnectCar[]) {
    return (
      <SmartcarConnectProvider connect={connect} backend="/api/own">
        <Own cars={cars} />
      </SmartcarConnectProvider>
    )
  }
  const { rerender } = render(page([ev6, leaf]))
  fireEvent.click(screen.getByText('Sign in again with Kia'))
  act(() => connect.set({ status: 'exchanging', grant: {} }))
  rerender(page(healthy))
  expect(screen.getByText('Sign in again with Kia')).toBeTruthy()
  await act(async () => connect.set({ status: 'connected', grant: {}, data: 'cars' }))
  expect(onSignedIn).toHaveBeenCalledWith('cars')
  await waitFor(() => expect(screen.queryByRole('button')).toBeNull())
})
