// The brand picker in a real browser: a list box that works as a native one.

import { fireEvent, render, screen } from '@testing-library/react'
import { createRef } from 'react'
import { expect, vi } from 'vitest'
import { test } from '../../test/in-page.ts'
import { BrandPicker } from '../index.ts'

function option(name: string): HTMLElement {
  return screen.getByRole('option', { name })
}

test('a click chooses the make, and the first entry leaves it open', () => {
  const onValueChange = vi.fn()
  render(<BrandPicker onValueChange={onValueChange} />)
  expect(option('Choose later, in Connect').getAttribute('aria-selected')).toBe('true')
  fireEvent.click(option('Škoda'))
  expect(onValueChange).toHaveBeenLastCalledWith('SKODA')
  fireEvent.click(option('Choose later, in Connect'))
  expect(onValueChange).toHaveBeenLastCalledWith('')
})

test('the list points at the chosen option, and scrolls to it as the keyboard moves', () => {
  render(
    <div style={{ height: 80, overflow: 'auto' }}>
      <BrandPicker defaultValue="AUDI" />
    </div>,
  )
  const list = screen.getByRole('listbox', { name: 'Brand' })
  list.focus()
  fireEvent.keyDown(list, { key: 'End' })
  expect(list.getAttribute('aria-activedescendant')).toBe(option('Volvo').id)
  const { top, bottom } = option('Volvo').getBoundingClientRect()
  const box = list.parentElement?.parentElement?.getBoundingClientRect()
  expect(top).toBeGreaterThanOrEqual((box?.top ?? 0) - 1)
  expect(bottom).toBeLessThanOrEqual((box?.bottom ?? 0) + 1)
})

test('a brand that needs an app says so and cannot be chosen', () => {
  const onValueChange = vi.fn()
  render(<BrandPicker onValueChange={onValueChange} />)
  const ford = screen.getByRole('option', { name: /Ford.*Connects only from an app/ })
  expect(ford.getAttribute('aria-disabled')).toBe('true')
  fireEvent.click(ford)
  expect(onValueChange).not.toHaveBeenCalled()
})

test('each option has an id of its own, also the one that leaves the choice open', () => {
  render(<BrandPicker />)
  const list = screen.getByRole('listbox')
  const chosen = document.getElementById(list.getAttribute('aria-activedescendant') ?? '')
  expect(chosen).toBe(option('Choose later, in Connect'))
  const ids = [list, ...screen.getAllByRole('option')].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('shows what is chosen without any style', () => {
  render(<BrandPicker defaultValue="AUDI" />)
  expect(option('Audi').textContent).toContain('✓')
  expect(option('BMW').textContent).not.toContain('✓')
})

test('Enter in the search does not submit the form around it', () => {
  render(<BrandPicker />)
  expect(fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Enter' })).toBe(false)
  expect(fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'a' })).toBe(true)
})

test('gives its element to a ref', () => {
  const ref = createRef<HTMLDivElement>()
  render(<BrandPicker ref={ref} />)
  expect(ref.current?.dataset.sc).toBe('brand-picker')
})

test('leaves keys with a modifier to the browser', () => {
  render(<BrandPicker />)
  const list = screen.getByRole('listbox')
  expect(fireEvent.keyDown(list, { key: 'f', ctrlKey: true })).toBe(true)
  expect(fireEvent.keyDown(list, { key: 'Tab' })).toBe(true)
  expect(fireEvent.keyDown(list, { key: 'f' })).toBe(false)
})

test('typing “great n” does not stop at Great Wall', () => {
  const names = ['Great Wall', 'Great North', 'Nissan']
  const onValueChange = vi.fn()
  render(
    <BrandPicker
      brands={names.map(name => ({ id: name.toUpperCase(), name }))}
      onValueChange={onValueChange}
    />,
  )
  const list = screen.getByRole('listbox')
  for (const key of 'great n') expect(fireEvent.keyDown(list, { key })).toBe(false)
  expect(onValueChange).toHaveBeenLastCalledWith('GREAT NORTH')
})

test('a space on its own chooses nothing, and does not scroll the page', () => {
  const onValueChange = vi.fn()
  render(<BrandPicker onValueChange={onValueChange} />)
  const list = screen.getByRole('listbox')
  expect(fireEvent.keyDown(list, { key: ' ' })).toBe(false)
  expect(onValueChange).not.toHaveBeenCalled()
  fireEvent.keyDown(list, { key: 't' })
  expect(onValueChange).toHaveBeenLastCalledWith('TESLA')
})

test('takes brands of the app’s own, and shows an id that it does not know', () => {
  render(<BrandPicker brands={[{ id: 'VINFAST', name: 'VinFast' }]} value="LUCID" name="make" />)
  expect(option('VinFast')).toBeTruthy()
  expect(option('LUCID').getAttribute('aria-selected')).toBe('true')
  expect(document.querySelector<HTMLInputElement>('input[name=make]')?.value).toBe('LUCID')
})
