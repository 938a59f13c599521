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

function brandList(): HTMLElement {
  return screen.getByRole('group', { name: 'Brand' })
}

function tryToChoose() {
  onValueChange.mockClear()
  act(() => screen.getByRole('radio', { name: 'BMW' }).click())
  fireEvent.keyDown(brandList(), { key: 'End' })
  fireEvent.keyDown(brandList(), { key: 't' })
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
  for (const radio of screen.getAllByRole('radio')) expect(radio.matches(':disabled')).toBe(true)
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
        <fieldset aria-label="All" disabled={isOff}>
          {brand}
        </fieldset>
        <button type="button" onClick={() => setOff(!isOff)}>
          Switch
        </button>
      </form>
    )
  }
  render(<Fieldset />)
  const fieldset = screen.getByRole<HTMLFieldSetElement>('group', { name: 'All' })
  tryToChoose()
  expect(onValueChange).not.toHaveBeenCalled()
  // `brand` is the same element on each render, so React does not render the picker again.
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Switch' })))
  tryToChoose()
  expect(onValueChange).toHaveBeenCalled()
  fieldset.disabled = true
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
