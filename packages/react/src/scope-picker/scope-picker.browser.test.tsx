// The scope picker in a real browser: what it renders, passes on and keeps.

import '../../test/count-renders.ts'
import { act, fireEvent, render, renderHook, screen } from '@testing-library/react'
import { createRef, useState } from 'react'
import { expect, vi } from 'vitest'
import { countRenders } from '../../test/count-renders.ts'
import { test } from '../../test/in-page.ts'
import { permissions, type Scope, ScopePicker, useScopePicker } from '../index.ts'
import { enScope as englishScope } from '../locales/en.ts'

function box(name: string): HTMLInputElement {
  return screen.getByRole<HTMLInputElement>('checkbox', { name })
}

test('shows the whole catalogue in native boxes with a name and a description', () => {
  render(<ScopePicker />)
  for (const { title, description: line, sensitive } of permissions) {
    const description = sensitive ? `${line} Sensitive` : line
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

test('its own functions are the same after a change of the scope', () => {
  const { result } = renderHook(() => useScopePicker())
  function functions() {
    const { groupProps, topicProps, itemProps, requiredProps, setValue, reset } = result.current
    return [groupProps, topicProps, itemProps, requiredProps, setValue, reset]
  }
  const before = functions()
  act(() => result.current.setValue(['read_fuel']))
  expect(result.current.value).toEqual(['read_fuel'])
  for (const [index, now] of functions().entries()) expect(now, `${index}`).toBe(before[index])
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
  expect(document.querySelector('[data-sc=note]')?.textContent).toBe('1 permission matches')
  expect(document.querySelector<HTMLInputElement>('input[name=scope]')?.value).toBe('read_fuel')
})

function titles(): string[] {
  const rows = document.querySelectorAll('[data-sc=scope-item] > label:first-child input')
  return [...rows].map(row => screen.getByText(labelOf(row)).textContent)
}

function labelOf(row: Element): string {
  return document.getElementById(row.getAttribute('aria-labelledby') ?? '')?.textContent ?? ''
}

test('shows only what the app uses, without topics and a search where that is little', () => {
  const used = ['control_ignition', 'read_vin', 'read_fuel', 'control_charge', 'read_odometer']
  render(<ScopePicker permissions={used} />)
  expect(titles()).toEqual(['Fuel', 'Odometer', 'VIN', 'Control charging', 'control_ignition'])
  expect(screen.queryByRole('searchbox')).toBeNull()
  expect(document.querySelector('[data-sc=scope-topic]')).toBeNull()
  expect(screen.queryByRole('button')).toBeNull()
})

test('offers the presets of which the app uses everything', () => {
  render(
    <ScopePicker permissions={['control_charge', 'read_charge', 'read_battery', 'read_vin']} />,
  )
  expect(screen.getAllByRole('button').map(button => button.textContent)).toEqual(['Energy'])
})

test('keeps and shows what is chosen outside of the list, also when a preset is pressed', () => {
  const onValueChange = vi.fn()
  render(
    <ScopePicker
      permissions={['read_vin', 'read_odometer']}
      presets={[{ id: 'log', title: 'Mileage log', scope: ['read_odometer'] }]}
      defaultValue={['required:read_fuel', 'read_x']}
      onValueChange={onValueChange}
    />,
  )
  expect(titles()).toEqual(['Fuel', 'Odometer', 'VIN', 'read_x'])
  fireEvent.click(screen.getByRole('button', { name: 'Mileage log' }))
  expect(onValueChange).toHaveBeenLastCalledWith(['read_odometer', 'required:read_fuel', 'read_x'])
  fireEvent.click(box('Fuel'))
  expect(onValueChange).toHaveBeenLastCalledWith(['read_odometer', 'read_x'])
  expect(titles()).toContain('Fuel')
})

test('a list that is written where it is passed renders no row again', () => {
  const { rerender } = render(<ScopePicker permissions={['read_vin', 'read_fuel']} />)
  const again = <ScopePicker permissions={['read_vin', 'read_fuel']} />
  expect(countRenders('Row', () => rerender(again))).toBe(0)
  const more = <ScopePicker permissions={['read_vin', 'read_fuel', 'read_tires']} />
  expect(countRenders('Row', () => rerender(more))).toBe(3)
})

test('has no boxes to require anything where nothing can be required', () => {
  const onValueChange = vi.fn()
  const scope = ['required:read_vin']
  render(<ScopePicker requirable={false} defaultValue={scope} onValueChange={onValueChange} />)
  expect(screen.queryByRole('checkbox', { name: /Required/, hidden: true })).toBeNull()
  fireEvent.click(box('Fuel'))
  expect(onValueChange).toHaveBeenLastCalledWith(['required:read_vin', 'read_fuel'])
})

test('says once what a preset did, and nothing about a single tick', () => {
  render(<ScopePicker />)
  const announcement = document.querySelector('[data-sc=announcement]')
  expect([announcement?.role, announcement?.textContent]).toEqual(['status', ''])
  fireEvent.click(box('Fuel'))
  expect(announcement?.textContent).toBe('')
  fireEvent.click(screen.getByRole('button', { name: 'Energy' }))
  expect(announcement?.textContent).toBe('Energy chosen: 3 to see · 1 to do')
  fireEvent.click(box('Fuel'))
  expect(announcement?.textContent).toBe('')
})

test('the box of a topic has three states, and its title says how many are chosen', () => {
  render(<ScopePicker defaultValue={['read_vin']} />)
  const topic = box('About the car and you')
  expect([topic.checked, topic.indeterminate]).toEqual([false, true])
  expect(topicOf('About the car and you').textContent).toContain('1 of 4')
  fireEvent.click(topic)
  expect([topic.checked, topic.indeterminate]).toEqual([true, false])
  expect(topicOf('About the car and you').textContent).toContain('4 of 4')
  expect(box('Your profile').checked).toBe(true)
  expect(box('Fuel').checked).toBe(false)
})

function topicOf(title: string): HTMLDetailsElement {
  return screen.getByText(title).closest('details') as HTMLDetailsElement
}

function openTopics(): (string | null | undefined)[] {
  const open = document.querySelectorAll('[data-sc=scope-topic] > details[open]')
  return [...open].map(details => details.querySelector('summary > span')?.textContent)
}

function search(value: string) {
  fireEvent.change(screen.getByRole('searchbox'), { target: { value } })
}

async function toggleByPerson(title: string) {
  const toggled = new Promise(done =>
    topicOf(title).addEventListener('toggle', done, { once: true }),
  )
  await act(async () => {
    screen.getByText(title).click()
    await toggled
  })
}

test('opens at first the topics in which something is chosen, and none for a preset', () => {
  render(<ScopePicker defaultValue={['read_fuel']} />)
  expect(openTopics()).toEqual(['Battery, charging and fuel'])
  fireEvent.click(screen.getByRole('button', { name: 'Insurance' }))
  expect(openTopics()).toEqual(['Battery, charging and fuel'])
})

test('a search opens the topics that match, and leaves the others as they were', async () => {
  render(<ScopePicker />)
  await toggleByPerson('Driving and location')
  search('pressure')
  expect(openTopics()).toEqual(['Condition and maintenance'])
  expect(topicOf('Condition and maintenance').textContent).toContain('0 of 5')
  await toggleByPerson('Condition and maintenance')
  fireEvent.click(box('Tyres'))
  expect(openTopics()).toEqual([])
  search('pressures')
  expect(openTopics()).toEqual(['Condition and maintenance'])
  search('')
  expect(openTopics()).toEqual(['Driving and location'])
})

test('a search stays as long as it hides something, also when the list gets short', () => {
  const { rerender } = render(<ScopePicker />)
  search('vin')
  rerender(<ScopePicker permissions={['read_vin', 'read_fuel']} />)
  expect(titles()).toEqual(['VIN'])
  search('')
  expect(titles()).toEqual(['Fuel', 'VIN'])
  expect(screen.queryByRole('searchbox')).toBeNull()
})
