// Disconnecting one car, whatever the app does in its handler and around the button.

import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { type ReactElement, StrictMode, useState } from 'react'
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

test('Escape keeps the car after a click on the words of the question, too, and the app hears it', async () => {
  const onKeyDown = vi.fn()
  render(<dialog aria-label="Car">{button({ onKeyDown })}</dialog>)
  const dialog = document.querySelector('dialog')
  act(() => dialog?.showModal())
  ask()
  await userEvent.click(screen.getByText('Disconnect Kia EV6?'))
  await userEvent.keyboard('{Escape}')
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Disconnect Kia EV6')
  expect(dialog?.open).toBe(true)
  expect(onKeyDown).toHaveBeenCalled()
})

test('a double click asks and answers nothing, wherever its second click falls', async () => {
  const onDisconnect = vi.fn(async () => ({ ok: true }))
  render(
    <>
      <style>{'[data-sc="disconnect"] button { position: fixed; inset: 0 }'}</style>
      {button({ onDisconnect })}
    </>,
  )
  // The last button lies above the others, and here that is the one that disconnects.
  await userEvent.dblClick(screen.getByRole('button'))
  expect(screen.getByRole('group')).toBeTruthy()
  expect(onDisconnect).not.toHaveBeenCalled()
  fireEvent.click(screen.getByText('Keep it'), { detail: 2 })
  expect(screen.getByRole('group')).toBeTruthy()
  fireEvent.click(screen.getByText('Keep it'), { detail: 1 })
  fireEvent.click(screen.getByRole('button'), { detail: 2 })
  expect(screen.queryByRole('group')).toBeNull()
})

test.each([
  [['Yes, disconnect', 'Yes, disconnect'], 1],
  [['Yes, disconnect', 'Keep it'], 1],
  [['Keep it', 'Yes, disconnect'], 0],
])('of the clicks on %j in one task only the first counts', async (names, calls) => {
  const onDisconnect = vi.fn(() => Promise.resolve({ ok: false }))
  render(button({ onDisconnect }))
  ask()
  const buttons = names.map(name => screen.getByText(name))
  await act(async () => {
    for (const element of buttons) element.click()
  })
  expect(onDisconnect).toHaveBeenCalledTimes(calls)
  expect(screen.queryByRole('group') !== null).toBe(calls === 1)
  if (calls === 0) return
  // A failure asks anew.
  await act(async () => confirm())
  expect(onDisconnect).toHaveBeenCalledTimes(2)
})

test('that it is done is said although a dialog around it was closed meanwhile', async () => {
  let answer: (outcome: unknown) => void = () => {}
  function onDisconnect() {
    return new Promise(resolve => {
      answer = resolve
    })
  }
  render(<dialog aria-label="Car">{button({ onDisconnect })}</dialog>)
  const dialog = document.querySelector('dialog')
  act(() => dialog?.showModal())
  ask()
  confirm()
  dialog?.close()
  await act(async () => answer({ ok: true }))
  await waitFor(() => expect(announced()).toEqual(['Kia EV6 is disconnected.']))
})

test('that it is done is said although the app closes the dialog then', async () => {
  render(
    <dialog aria-label="Car">
      {button({ onDisconnected: () => document.querySelector('dialog')?.close() })}
    </dialog>,
  )
  act(() => document.querySelector('dialog')?.showModal())
  ask()
  await act(async () => confirm())
  await waitFor(() => expect(announced()).toEqual(['Kia EV6 is disconnected.']))
})

test('that it is done is said although the dialog is taken away with the car', async () => {
  function Page() {
    const [isThere, setThere] = useState(true)
    if (!isThere) return <p>No car</p>
    return (
      <dialog open aria-label="Car">
        {button({ onDisconnected: () => setThere(false) })}
      </dialog>
    )
  }
  render(<Page />)
  ask()
  await act(async () => confirm())
  expect(screen.getByText('No car')).toBeTruthy()
  await waitFor(() => expect(announced()).toEqual(['Kia EV6 is disconnected.']))
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
