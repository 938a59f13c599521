// Pickers that are disabled: by their own option, or by a fieldset around them.

import { act, fireEvent, render, screen } from '@testing-library/react'
import { type ReactNode, useState } from 'react'
import { expect, vi } from 'vitest'
import { test } from '../../test/in-page.ts'
import { BrandPicker, ScopePicker } from '../index.ts'

const onValueChange = vi.fn()
const brand = <BrandPicker name="make" defaultValue="AUDI" onValueChange={onValueChange} />
const disabledBrand = (
  <BrandPicker name="make" defaultValue="AUDI" onValueChange={onValueChange} disabled />
)

function tryToChoose() {
  onValueChange.mockClear()
  const list = screen.getByRole('listbox')
  fireEvent.click(screen.getByRole('option', { name: 'BMW' }))
  fireEvent.keyDown(list, { key: 'End' })
  fireEvent.keyDown(list, { key: 't' })
}

function makes(): string[] {
  const form = screen.getByRole<HTMLFormElement>('form')
  return new FormData(form).getAll('make').map(String)
}

test.each<[string, ReactNode]>([
  ['its option', disabledBrand],
  [
    'a fieldset around it',
    <fieldset disabled key="1">
      {brand}
    </fieldset>,
  ],
  [
    'a fieldset around that',
    <fieldset disabled key="2">
      <fieldset>{brand}</fieldset>
    </fieldset>,
  ],
])('a disabled brand picker changes nothing: %s', (_by, picker) => {
  render(<form aria-label="car">{picker}</form>)
  tryToChoose()
  expect(onValueChange).not.toHaveBeenCalled()
  expect(makes()).toEqual([])
  const list = screen.getByRole('listbox')
  expect(list.ariaDisabled).toBe('true')
  // The keys that choose elsewhere scroll here, so they are left to the browser.
  expect(fireEvent.keyDown(list, { key: 'ArrowDown' })).toBe(true)
  for (const option of screen.getAllByRole('option')) expect(option.ariaDisabled).toBe('true')
  expect(screen.getByRole('searchbox').matches(':disabled')).toBe(true)
})

test('the brand picker of a legend stays usable, as native controls there do', () => {
  render(
    <form aria-label="car">
      <fieldset disabled>
        <legend>{brand}</legend>
      </fieldset>
    </form>,
  )
  tryToChoose()
  expect(onValueChange).toHaveBeenCalled()
  expect(makes()).toEqual(['TESLA'])
})

test('follows a fieldset that is turned on and off, by React or by anybody else', async () => {
  function Fieldset() {
    const [isOff, setOff] = useState(true)
    return (
      <form aria-label="car">
        <fieldset disabled={isOff}>{brand}</fieldset>
        <button type="button" onClick={() => setOff(!isOff)}>
          Switch
        </button>
      </form>
    )
  }
  render(<Fieldset />)
  const list = screen.getByRole('listbox')
  const fieldset = screen.getByRole<HTMLFieldSetElement>('group')
  expect(list.ariaDisabled).toBe('true')
  // `brand` is the same element on each render, so React does not render the picker again.
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Switch' })))
  expect(list.ariaDisabled).toBe('false')
  await act(async () => {
    fieldset.disabled = true
  })
  expect(list.ariaDisabled).toBe('true')
  tryToChoose()
  expect(onValueChange).not.toHaveBeenCalled()
})

test('a disabled scope picker changes nothing', () => {
  render(
    <form aria-label="car">
      <ScopePicker name="scope" defaultValue={['read_fuel']} disabled />
    </form>,
  )
  const controls = [
    screen.getByRole('searchbox'),
    ...screen.getAllByRole('checkbox'),
    ...screen.getAllByRole('button'),
  ]
  expect(controls.filter(control => !control.matches(':disabled'))).toEqual([])
  expect([...new FormData(screen.getByRole<HTMLFormElement>('form'))]).toEqual([])
})

test('a scope picker that is enabled again can be changed', () => {
  const { rerender } = render(<ScopePicker disabled />)
  rerender(<ScopePicker />)
  const fuel = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Fuel' })
  fireEvent.click(fuel)
  expect(fuel.checked).toBe(true)
})
