// What a form does to the pickers in it: its reset, and React's own reset after an action.

import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import * as React from 'react'
import { type ReactNode, useState } from 'react'
import { expect, vi } from 'vitest'
import { test } from '../../test/in-page.ts'
import { BrandPicker, type Scope, ScopePicker } from '../index.ts'

const onScope = vi.fn()
const onBrand = vi.fn()

function Controlled() {
  const [scope, setScope] = useState<readonly Scope[]>(['read_vin'])
  const [make, setMake] = useState('AUDI')
  return (
    <>
      <ScopePicker
        name="scope"
        value={scope}
        onValueChange={next => {
          onScope(next)
          setScope(next)
        }}
      />
      <BrandPicker
        name="make"
        value={make}
        onValueChange={next => {
          onBrand(next)
          setMake(next)
        }}
      />
    </>
  )
}

function Form({
  children,
  action,
  onReset,
}: {
  children: ReactNode
  action?: () => void
  onReset?: (event: React.FormEvent) => void
}) {
  return (
    <form aria-label="car" {...(action && { action })} onReset={onReset}>
      {children}
      <button type="submit">Save</button>
      <button type="reset">Reset</button>
    </form>
  )
}

function data(): string[] {
  const entries = new FormData(screen.getByRole<HTMLFormElement>('form'))
  return [...entries.getAll('scope'), ...entries.getAll('make')].map(String)
}

function box(name: string): HTMLInputElement {
  return screen.getByRole<HTMLInputElement>('checkbox', { name })
}

function press(name: string) {
  fireEvent.click(screen.getByRole('button', { name }))
}

function choose() {
  fireEvent.click(box('Fuel'))
  fireEvent.click(box('VIN'))
  fireEvent.click(screen.getByRole('radio', { name: 'BMW' }))
  onScope.mockClear()
  onBrand.mockClear()
}

test('a controlled value is not emptied by a reset, and its parent hears nothing', {
  tags: ['F66'],
}, () => {
  render(
    <Form>
      <Controlled />
    </Form>,
  )
  choose()
  press('Reset')
  expect(data()).toEqual(['read_fuel', 'BMW'])
  expect([box('Fuel').checked, box('VIN').checked]).toEqual([true, false])
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'BMW' }).checked).toBe(true)
  expect(onScope).not.toHaveBeenCalled()
  expect(onBrand).not.toHaveBeenCalled()
})

test('only uncontrolled pickers go back to their default, in what they show as well', {
  tags: ['F66'],
}, () => {
  render(
    <Form>
      <ScopePicker
        name="scope"
        defaultValue={['read_vin', 'required:read_tires']}
        onValueChange={onScope}
      />
      <BrandPicker name="make" defaultValue="AUDI" />
    </Form>,
  )
  choose()
  fireEvent.click(box('Required Tyres'))
  // Its boxes are mounted again, ticked differently from the default.
  fireEvent.change(screen.getAllByRole('searchbox')[0] as HTMLElement, { target: { value: 'zzz' } })
  fireEvent.change(screen.getAllByRole('searchbox')[0] as HTMLElement, { target: { value: '' } })
  press('Reset')
  expect(data()).toEqual(['read_vin', 'required:read_tires', 'AUDI'])
  const shown = ['VIN', 'Fuel', 'Tyres', 'Required Tyres'].map(name => box(name).checked)
  expect(shown).toEqual([true, false, true, true])
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Audi' }).checked).toBe(true)
})

test('a reset empties the search of an uncontrolled picker, and so shows the default again', {
  tags: ['F66'],
}, () => {
  render(
    <Form>
      <ScopePicker name="scope" presets={[]} />
      <BrandPicker name="make" />
    </Form>,
  )
  const searches = screen.getAllByRole<HTMLInputElement>('searchbox')
  for (const search of searches) fireEvent.change(search, { target: { value: 'vw' } })
  fireEvent.click(screen.getByRole('radio', { name: 'Volkswagen' }))
  expect(screen.queryByRole('radio', { name: 'BMW' })).toBeNull()
  expect(screen.queryByRole('checkbox', { name: 'VIN' })).toBeNull()
  press('Reset')
  expect(searches.map(({ value }) => value)).toEqual(['', ''])
  expect(screen.getByRole('radio', { name: 'BMW' })).toBeTruthy()
  expect(box('VIN')).toBeTruthy()
  expect(data()).toEqual([''])
})

test('a reset that the app prevents resets no picker', { tags: ['F66'] }, () => {
  render(
    <Form onReset={event => event.preventDefault()}>
      <BrandPicker name="make" defaultValue="AUDI" />
    </Form>,
  )
  fireEvent.click(screen.getByRole('radio', { name: 'BMW' }))
  press('Reset')
  expect(data()).toEqual(['BMW'])
})

test('the reset of another form resets no picker', { tags: ['F66'] }, () => {
  render(
    <>
      <Form>
        <BrandPicker name="make" defaultValue="AUDI" />
      </Form>
      <form>
        <button type="reset">Other</button>
      </form>
    </>,
  )
  fireEvent.click(screen.getByRole('radio', { name: 'BMW' }))
  press('Other')
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'BMW' }).checked).toBe(true)
})

test.runIf('useActionState' in React)(
  'a controlled value is not emptied by a form action, and an uncontrolled one is',
  { tags: ['F66'] },
  async () => {
    const action = vi.fn()
    render(
      <Form action={action}>
        <Controlled />
        <ScopePicker aria-label="own" name="own" defaultValue={[]} presets={[]} />
      </Form>,
    )
    const [fuel, ownFuel] = screen.getAllByRole<HTMLInputElement>('checkbox', { name: 'Fuel' })
    fireEvent.click(fuel as HTMLElement)
    fireEvent.click(ownFuel as HTMLElement)
    onScope.mockClear()
    await act(async () => press('Save'))
    expect(action).toHaveBeenCalledTimes(1)
    await waitFor(() => expect(ownFuel?.checked).toBe(false))
    expect(fuel?.checked).toBe(true)
    expect(data()).toEqual(['read_vin', 'read_fuel', 'AUDI'])
    expect(onScope).not.toHaveBeenCalled()
  },
)
