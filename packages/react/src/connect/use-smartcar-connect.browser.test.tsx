// The hook in a real browser: what it renders, when, and what it leaves behind.

import { act, cleanup, fireEvent, render, renderHook, screen } from '@testing-library/react'
import * as React from 'react'
import { StrictMode, Suspense, useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { SmartcarConnectProvider, useSmartcarConnect } from '../index.ts'
import { createFakeConnect } from '../testing.ts'

const options = {
  clientId: 'app',
  redirectUri: `${location.origin}/redirect.html`,
  exchange: '/api/exchange',
}

// A popup that stays open and does nothing.
function fakePopup() {
  return { closed: false, focus: vi.fn(), close: vi.fn(), postMessage: vi.fn() }
}

function stubOpen(popup: unknown = fakePopup()) {
  return vi.spyOn(window, 'open').mockReturnValue(popup as Window)
}

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

// The end of a component is believed in the next microtask.
async function leave(unmount: () => void) {
  unmount()
  await Promise.resolve()
}

function Button(props: { scope?: string[]; onCancel?: (reason: string) => void }) {
  const connect = useSmartcarConnect({ ...options, ...props })
  return <button {...connect.buttonProps}>{connect.status}</button>
}

test('opens the popup in the click itself, with its state shown on the button', () => {
  const open = stubOpen()
  render(<Button />)
  const button = screen.getByRole('button')
  expect(button.dataset.status).toBe('idle')
  fireEvent.click(button)
  expect(open).toHaveBeenCalledTimes(1)
  expect(button.dataset.status).toBe('waiting')
  expect(button.getAttribute('aria-busy')).toBe('true')
})

test('in StrictMode, one click opens one popup and unmounting leaves nothing', {
  tags: ['F47'],
}, async () => {
  const open = stubOpen()
  const add = vi.spyOn(window, 'addEventListener')
  const remove = vi.spyOn(window, 'removeEventListener')
  const calls = (spy: typeof add | typeof remove) =>
    spy.mock.calls.filter(([type]) => type === 'message')
  const isLive = ([, , how]: unknown[]) => !(how as { signal?: AbortSignal })?.signal?.aborted
  const listeners = () => calls(add).filter(isLive).length - calls(remove).length
  const { unmount } = render(
    <StrictMode>
      <Button />
    </StrictMode>,
  )
  expect(listeners()).toBe(0)
  fireEvent.click(screen.getByRole('button'))
  expect(open).toHaveBeenCalledTimes(1)
  expect(listeners()).toBe(1)
  await leave(unmount)
  expect(listeners()).toBe(0)
})

test('cancels its own session on unmount without telling a component that is gone', {
  tags: ['F09'],
}, async () => {
  const popup = fakePopup()
  stubOpen(popup)
  const onCancel = vi.fn()
  const { unmount } = render(<Button onCancel={onCancel} />)
  fireEvent.click(screen.getByRole('button'))
  await leave(unmount)
  expect(popup.close).toHaveBeenCalled()
  expect(onCancel).not.toHaveBeenCalled()
})

test('a Connect made outside of React survives its components', () => {
  const connect = createFakeConnect({ status: 'waiting', popup: 'open' })
  const { unmount } = renderHook(() => useSmartcarConnect(connect))
  unmount()
  expect(connect.calls).toEqual([])
  expect(connect.getSession().status).toBe('waiting')
})

test('reads options when they are used, so that a later render is what counts', () => {
  const open = stubOpen()
  const { rerender } = render(<Button scope={['read_vin']} />)
  rerender(<Button scope={['read_odometer']} />)
  fireEvent.click(screen.getByRole('button'))
  expect(new URL(String(open.mock.calls[0]?.[0])).searchParams.get('scope')).toBe('read_odometer')
})

test('calls the callback of the latest render', () => {
  stubOpen()
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
  rerender(<Cancellable onCancel={second} />)
  fireEvent.click(screen.getByText('Cancel'))
  expect(first).not.toHaveBeenCalled()
  expect(second).toHaveBeenCalledTimes(1)
})

test('renders again only when the session changes', () => {
  const connect = createFakeConnect()
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

test('keeps its session while a sibling suspends', { tags: ['F48'] }, () => {
  const open = stubOpen()
  const never = new Promise<void>(() => {})
  function Slow({ wait }: { wait: boolean }) {
    if (wait) throw never
    return null
  }
  function Page() {
    const [wait, setWait] = useState(false)
    return (
      <Suspense fallback={<p>Loading</p>}>
        <Button />
        <Slow wait={wait} />
        <button type="button" onClick={() => setWait(!wait)}>
          Suspend
        </button>
      </Suspense>
    )
  }
  render(<Page />)
  fireEvent.click(screen.getByText('idle'))
  fireEvent.click(screen.getByText('Suspend'))
  expect(screen.getByText('Loading')).toBeTruthy()
  expect(screen.getByText('waiting').isConnected).toBe(true)
  expect(open).toHaveBeenCalledTimes(1)
})

test('ends with its component, also when that is removed while a sibling suspends', {
  tags: ['F48'],
}, async () => {
  const popup = fakePopup()
  stubOpen(popup)
  const never = new Promise<void>(() => {})
  function Slow({ wait }: { wait: boolean }) {
    if (wait) throw never
    return null
  }
  const page = (wait: boolean) => (
    <Suspense fallback={<p>Loading</p>}>
      <Button />
      <Slow wait={wait} />
    </Suspense>
  )
  const { rerender } = render(page(false))
  fireEvent.click(screen.getByRole('button'))
  rerender(page(true))
  expect(popup.close).not.toHaveBeenCalled()
  await leave(() => rerender(<p>Elsewhere</p>))
  expect(popup.close).toHaveBeenCalled()
})

const { Activity } = React
test.runIf(Activity)(
  'keeps its session while it is hidden, and shows it afterwards',
  { tags: ['F48'] },
  async () => {
    const popup = fakePopup()
    stubOpen(popup)
    const page = (mode: 'visible' | 'hidden') => (
      <Activity mode={mode}>
        <Button />
      </Activity>
    )
    const { rerender } = render(page('visible'))
    fireEvent.click(screen.getByRole('button'))
    rerender(page('hidden'))
    expect(screen.queryByRole('button')).toBeNull()
    await Promise.resolve()
    rerender(page('visible'))
    expect(screen.getByRole('button').dataset.status).toBe('waiting')
    expect(popup.close).not.toHaveBeenCalled()
  },
)

test('two hooks on one page have sessions of their own', { tags: ['F11'] }, () => {
  const open = stubOpen()
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

test('takes from the provider what it is not given itself', () => {
  const open = stubOpen()
  function Bare() {
    return <button {...useSmartcarConnect({ scope: ['read_vin'] }).buttonProps}>Connect</button>
  }
  render(
    <SmartcarConnectProvider {...options} scope={['read_fuel']} mode="simulated">
      <Bare />
    </SmartcarConnectProvider>,
  )
  fireEvent.click(screen.getByRole('button'))
  const { searchParams } = new URL(String(open.mock.calls[0]?.[0]))
  expect(searchParams.get('mode')).toBe('simulated')
  expect(searchParams.get('scope')).toBe('read_vin')
})

test('names the option that is missing, at once', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  expect(() => renderHook(() => useSmartcarConnect({ exchange: '/api' }))).toThrow(/applicationId/)
})
