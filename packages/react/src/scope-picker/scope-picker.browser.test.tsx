// The scope picker in a real browser: what it renders, passes on and keeps.

import '../../test/count-renders.ts'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { createRef, useState } from 'react'
import { expect, vi } from 'vitest'
import { countRenders } from '../../test/count-renders.ts'
import { test } from '../../test/in-page.ts'
import { permissions, type Scope, ScopePicker } from '../index.ts'
import { enScope as englishScope } from '../locales/en.ts'

function box(name: string): HTMLInputElement {
  return screen.getByRole<HTMLInputElement>('checkbox', { name })
}

test('shows the whole catalogue in native boxes with a name and a description', () => {
  render(<ScopePicker />)
  for (const { title, description } of permissions) {
    expect(screen.getByRole('checkbox', { name: title, description })).toBeTruthy()
  }
  expect(screen.getAllByRole('group', { name: /^(Read|Control)$/ })).toHaveLength(2)
})

test.each(['on its own', 'controlled'])('renders one item on a toggle: %s', kind => {
  function Controlled() {
    const [scope, setScope] = useState<readonly Scope[]>(['read_vin'])
    return <ScopePicker value={scope} onValueChange={setScope} labels={undefined} />
  }
  render(kind === 'controlled' ? <Controlled /> : <ScopePicker defaultValue={['read_vin']} />)
  const renders = countRenders('Row', () => fireEvent.click(box('Fuel')))
  expect(box('Fuel').checked).toBe(true)
  expect(renders).toBe(1)
})

test('countRenders counts every row when every row renders', () => {
  const { rerender } = render(<ScopePicker />)
  const labels = { language: 'en', scope: structuredClone(englishScope) }
  expect(countRenders('Row', () => rerender(<ScopePicker labels={labels} />))).toBe(28)
})

test('Enter in the search does not submit the form around it', () => {
  render(<ScopePicker />)
  expect(fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Enter' })).toBe(false)
  expect(fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'a' })).toBe(true)
})

test('gives its element to a ref', () => {
  const ref = createRef<HTMLDivElement>()
  render(<ScopePicker ref={ref} />)
  expect(ref.current?.dataset.sc).toBe('scope-picker')
})

test('passes every change on as exactly the scope option', () => {
  const onValueChange = vi.fn()
  render(<ScopePicker defaultValue={['required:read_vin']} onValueChange={onValueChange} />)
  fireEvent.click(box('Odometer'))
  expect(onValueChange).toHaveBeenLastCalledWith(['required:read_vin', 'read_odometer'])
  fireEvent.click(box('Required Odometer'))
  expect(onValueChange).toHaveBeenLastCalledWith(['required:read_vin', 'required:read_odometer'])
  fireEvent.click(box('VIN'))
  expect(onValueChange).toHaveBeenLastCalledWith(['required:read_odometer'])
})

test('a controlled picker keeps its value until the parent changes it', () => {
  render(<ScopePicker value={['read_vin']} />)
  fireEvent.click(box('Fuel'))
  expect(box('Fuel').checked).toBe(false)
})

test('the box of a group has three states and changes what is shown', () => {
  const onValueChange = vi.fn()
  render(<ScopePicker onValueChange={onValueChange} presets={[]} />)
  const group = box('Control')
  expect([group.checked, group.indeterminate]).toEqual([false, false])
  fireEvent.click(box('Lock and unlock'))
  expect([group.checked, group.indeterminate]).toEqual([false, true])
  fireEvent.click(group)
  expect([group.checked, group.indeterminate]).toEqual([true, false])
  expect(onValueChange.mock.lastCall?.[0]).toHaveLength(6)
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'climate' } })
  fireEvent.click(box('Control'))
  expect(onValueChange.mock.lastCall?.[0]).toHaveLength(5)
})

test('a locked permission is in the value and stays', () => {
  const onValueChange = vi.fn()
  render(<ScopePicker locked={['required:read_vin']} onValueChange={onValueChange} name="scope" />)
  expect(box('VIN').checked).toBe(true)
  fireEvent.click(box('VIN'))
  fireEvent.click(box('Required VIN'))
  expect(onValueChange).not.toHaveBeenCalled()
  expect(box('VIN').checked).toBe(true)
  fireEvent.click(box('Fuel'))
  expect(onValueChange).toHaveBeenLastCalledWith(['required:read_vin', 'read_fuel'])
})

test('keeps a permission that it does not know, and its place in the list once unticked', () => {
  const onValueChange = vi.fn()
  render(<ScopePicker defaultValue={['control_ignition']} onValueChange={onValueChange} />)
  fireEvent.click(screen.getByRole('button', { name: 'Roadside help' }))
  expect(onValueChange.mock.lastCall?.[0]).toContain('control_ignition')
  const button = screen.getByRole('button', { name: 'Roadside help' })
  expect(button.getAttribute('aria-pressed')).toBe('true')
  const unknown = box('control_ignition')
  act(() => unknown.focus())
  fireEvent.click(unknown)
  expect(onValueChange.mock.lastCall?.[0]).not.toContain('control_ignition')
  expect(document.activeElement).toBe(unknown)
})

test('the search hides permissions without unticking them', () => {
  render(<ScopePicker defaultValue={['read_fuel']} name="scope" />)
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'pressure' } })
  expect(screen.queryByRole('checkbox', { name: 'Fuel' })).toBeNull()
  expect(screen.getByRole('status').textContent).toBe('1 permission matches')
  expect(document.querySelector<HTMLInputElement>('input[name=scope]')?.value).toBe('read_fuel')
})
