// A test as an app would write it, for each page that an app's tests may run in.

import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { ConnectError } from 'smartcar-connect'
import { afterEach, expect, test, vi } from 'vitest'
import { BrandPicker, ConnectButton, ConnectStatus, ScopePicker } from '../src/index.ts'
import { createFakeConnect } from '../src/testing.ts'

/** Defines the tests; the file that calls it names the page. */
export function testAsAnApp(): void {
  afterEach(cleanup)

  test('a brand picker renders and follows clicks and keys', () => {
    const onValueChange = vi.fn()
    render(
      <fieldset>
        <BrandPicker defaultValue="VOLVO" onValueChange={onValueChange} />
      </fieldset>,
    )
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Volvo' }).checked).toBe(true)
    const audi = screen.getByRole('radio', { name: 'Audi' })
    fireEvent.click(audi)
    expect(onValueChange).toHaveBeenLastCalledWith('AUDI')
    act(() => audi.focus())
    for (const key of 'te') fireEvent.keyDown(document.activeElement ?? audi, { key })
    expect(onValueChange).toHaveBeenLastCalledWith('TESLA')
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'chevy' } })
    fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'ArrowDown' })
    expect(onValueChange).toHaveBeenLastCalledWith('CHEVROLET')
  })

  // Not by a fieldset: happy-dom does not know that one disables native controls.
  test('a disabled brand picker holds', () => {
    const onValueChange = vi.fn()
    render(<BrandPicker onValueChange={onValueChange} disabled />)
    const audi = screen.getByRole('radio', { name: 'Audi' })
    act(() => audi.click())
    for (const key of ['t', 'End', 'PageDown']) fireEvent.keyDown(audi, { key })
    expect(onValueChange).not.toHaveBeenCalled()
  })

  test('a scope picker in a form is changed and reset', () => {
    render(
      <form aria-label="scope">
        <ScopePicker name="scope" defaultValue={['read_vin']} />
      </form>,
    )
    const form = screen.getByRole<HTMLFormElement>('form')
    fireEvent.click(screen.getByRole('checkbox', { name: 'Fuel' }))
    expect(new FormData(form).getAll('scope')).toEqual(['read_vin', 'read_fuel'])
    act(() => form.reset())
    expect(new FormData(form).getAll('scope')).toEqual(['read_vin'])
  })

  test('a button and its status line show every step of a fake connection', () => {
    const connect = createFakeConnect()
    render(
      <>
        <ConnectButton connect={connect} />
        <ConnectStatus connect={connect} />
      </>,
    )
    const button = screen.getByRole('button', { name: 'Connect your car' })
    fireEvent.focus(button)
    fireEvent.click(button)
    expect(connect.calls).toEqual(['open'])
    expect(screen.getByRole('button', { name: 'Cancel' })).toBeTruthy()
    act(() => connect.set({ status: 'failed', error: new ConnectError('network_error') }))
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    act(() => connect.set({ status: 'connected', grant: {}, data: 1 }))
    expect(screen.getByRole('status').textContent).toBe('Your car is connected.')
  })

  test('a button with options of its own opens a popup', () => {
    const open = vi.spyOn(window, 'open').mockReturnValue(null)
    render(
      <ConnectButton
        clientId="app"
        redirectUri={`${location.origin}/redirect.html`}
        exchange="/api/exchange"
      />,
    )
    fireEvent.click(screen.getByRole('button'))
    expect(open).toHaveBeenCalledTimes(1)
    expect(screen.getByRole('button').dataset.status).toBe('failed')
  })

  test('a button waits for its popup, and closes it when the component is removed', async () => {
    const popup = { closed: false, focus: vi.fn(), close: vi.fn(), postMessage: vi.fn() }
    vi.spyOn(window, 'open').mockReturnValue(popup as unknown as Window)
    const { unmount } = render(
      <ConnectButton clientId="app" redirectUri="/redirect.html" exchange="/api/exchange" />,
    )
    fireEvent.click(screen.getByRole('button'))
    expect(screen.getByRole('button').dataset.status).toBe('waiting')
    unmount()
    await Promise.resolve()
    expect(popup.close).toHaveBeenCalled()
  })
}
