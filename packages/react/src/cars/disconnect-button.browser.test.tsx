// Disconnecting one car, whatever the app does in its handler and around the button.

import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { type ReactElement, StrictMode } from 'react'
import { beforeEach, expect, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { test } from '../../test/in-page.ts'
import { DisconnectButton, type DisconnectButtonProps } from '../index.ts'

const ev6 = { id: 'ev6', make: 'KIA', model: 'EV6' }
const leaf = { id: 'leaf', make: 'NISSAN', model: 'Leaf' }

beforeEach(() => {
  for (const said of document.querySelectorAll('[data-sc="announcement"]')) said.remove()
})

function button(props: Partial<DisconnectButtonProps>): ReactElement {
  return <DisconnectButton car={ev6} onDisconnect={async () => ({ ok: true })} {...props} />
}

function ask() {
  const trigger = screen.getByRole('button', { name: /^Disconnect/ })
  trigger.focus()
  fireEvent.click(trigger)
}

function confirm() {
  const yes = screen.getByRole('button', { name: 'Yes, disconnect' })
  yes.focus()
  fireEvent.click(yes)
}

function announced() {
  return [...document.querySelectorAll('[data-sc="announcement"]')].map(
    region => region.textContent,
  )
}

test.each([
  [
    'throws at once',
    () => {
      throw new Error('no such car')
    },
  ],
  ['rejects', () => Promise.reject(new Error('no such car'))],
])('a handler that %s has failed, and the developer sees why', async (_, onDisconnect) => {
  const report = vi.spyOn(window, 'reportError').mockImplementation(() => {})
  render(button({ onDisconnect }))
  ask()
  confirm()
  await screen.findByText('We couldn’t disconnect Kia EV6 just now.')
  expect(report.mock.calls).toEqual([[new Error('no such car')]])
})

test('a handler that returns nothing has disconnected the car', async () => {
  // As from JavaScript, where no type asks for a promise.
  function onDisconnect() {}
  render(button({ onDisconnect: onDisconnect as unknown as () => Promise<unknown> }))
  ask()
  confirm()
  await screen.findByText('Kia EV6 is disconnected.')
})

test('another car in the same place begins anew, and has nothing of the one before', async () => {
  const { rerender } = render(button({}))
  ask()
  confirm()
  await screen.findByText('Kia EV6 is disconnected.')
  rerender(button({ car: leaf }))
  expect(screen.getByRole('button').getAttribute('aria-label')).toBe('Disconnect Nissan Leaf')
  rerender(button({ car: ev6 }))
  expect(screen.getByRole('button').getAttribute('aria-label')).toBe('Disconnect Kia EV6')
})

test('what becomes of a car does not end the question about the next one', async () => {
  let answer: (outcome: unknown) => void = () => {}
  const onDisconnected = vi.fn()
  const onDisconnect = vi.fn(
    () =>
      new Promise(resolve => {
        answer = resolve
      }),
  )
  const { rerender } = render(button({ onDisconnect, onDisconnected }))
  ask()
  confirm()
  rerender(button({ car: leaf, onDisconnect, onDisconnected }))
  ask()
  expect(screen.getByRole('group', { name: 'Disconnect Nissan Leaf?' })).toBeTruthy()
  await act(async () => answer({ ok: true }))
  expect(onDisconnected).toHaveBeenCalledWith('ev6')
  expect(announced()).toContain('Kia EV6 is disconnected.')
  expect(screen.getByRole('group', { name: 'Disconnect Nissan Leaf?' })).toBeTruthy()
  expect(screen.getByRole('status').textContent).toBe('')
})

test('what the page has shown is not said again when the person leaves it', async () => {
  const { rerender } = render(
    <StrictMode>
      <main tabIndex={-1}>{button({})}</main>
    </StrictMode>,
  )
  ask()
  confirm()
  await screen.findByText('Kia EV6 is disconnected.')
  await waitFor(() => expect(document.activeElement?.getAttribute('data-sc')).toBe('disconnect'))
  rerender(
    <StrictMode>
      <main tabIndex={-1}>Another page</main>
    </StrictMode>,
  )
  expect(announced()).toEqual([])
  expect(document.activeElement).toBe(document.body)
})

test('Escape keeps the car, and leaves a dialog around it open', async () => {
  const heard = vi.fn()
  render(
    <dialog aria-label="Car" onKeyDown={heard}>
      {button({})}
    </dialog>,
  )
  const dialog = document.querySelector('dialog')
  act(() => dialog?.showModal())
  ask()
  // A real key, as only that closes a dialog.
  await userEvent.keyboard('{Escape}')
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Disconnect Kia EV6')
  expect(dialog?.open).toBe(true)
  expect(heard).not.toHaveBeenCalled()
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(dialog?.open).toBe(false))
  expect(heard).toHaveBeenCalled()
})

test('native props of the app count, and variant and size are of the button', () => {
  render(button({ tabIndex: 0, className: 'mine', variant: 'quiet', size: 'compact' }))
  const trigger = screen.getByRole('button')
  expect({ ...trigger.dataset }).toEqual({ variant: 'quiet', size: 'compact' })
  const around = trigger.parentElement
  expect(around?.tabIndex).toBe(0)
  expect(around?.className).toBe('mine')
  expect(around?.dataset.sc).toBe('disconnect')
})
