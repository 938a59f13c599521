// The brand picker in a real browser: what it shows, and what a click chooses.

import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { createRef } from 'react'
import { expect, vi } from 'vitest'
import { test } from '../../test/in-page.ts'
import { BrandPicker, SmartcarConnectProvider } from '../index.ts'

const wayOut = /^Choose in the Smartcar window/

function radio(name: string | RegExp): HTMLInputElement {
  return screen.getByRole<HTMLInputElement>('radio', { name })
}

function search(text: string) {
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: text } })
}

function names(): (string | null)[] {
  return screen.queryAllByRole('radio').map(one => one.getAttribute('value'))
}

test('a click chooses the make, and the last entry leaves it open', () => {
  const onValueChange = vi.fn()
  render(<BrandPicker onValueChange={onValueChange} />)
  expect(radio(wayOut).checked).toBe(true)
  fireEvent.click(radio('Škoda'))
  expect(onValueChange).toHaveBeenLastCalledWith('SKODA')
  expect([radio('Škoda').checked, radio(wayOut).checked]).toEqual([true, false])
  fireEvent.click(radio(wayOut))
  expect(onValueChange).toHaveBeenLastCalledWith('')
  expect(names().at(-1)).toBe('')
})

test('scrolls to the chosen brand at first and after a search, and never the page', () => {
  render(
    <div style={{ height: 80, overflow: 'auto' }} data-testid="page">
      <div style={{ height: 500 }} />
      <BrandPicker defaultValue="VOLVO" />
    </div>,
  )
  const list = document.querySelector<HTMLElement>('[data-sc=brand-list]') as HTMLElement
  Object.assign(list.style, { height: '200px', overflow: 'auto' })
  search('x')
  search('')
  const { top, bottom } = radio('Volvo').getBoundingClientRect()
  const box = list.getBoundingClientRect()
  expect(top).toBeGreaterThan(box.top)
  expect(bottom).toBeLessThan(box.bottom)
  expect(screen.getByTestId('page').scrollTop).toBe(0)
})

test('spaces in the search are no search, and signs find nothing', () => {
  render(<BrandPicker popular={['TESLA']} />)
  const all = names()
  search('   ')
  expect(names()).toEqual(all)
  expect(screen.getByRole('status').textContent).toBe('')
  search('!!!')
  expect(names()).toEqual([''])
  expect(screen.getByRole('status').textContent).not.toBe('')
})

test('a brand that needs an app says so and cannot be chosen in live mode', () => {
  const onValueChange = vi.fn()
  const picker = <BrandPicker onValueChange={onValueChange} />
  const { rerender } = render(picker)
  const ford = radio('Ford Connects only from an app')
  expect(ford.disabled).toBe(true)
  act(() => ford.click())
  expect(onValueChange).not.toHaveBeenCalled()

  rerender(<BrandPicker onValueChange={onValueChange} mode="simulated" />)
  fireEvent.click(radio('Ford'))
  expect(onValueChange).toHaveBeenLastCalledWith('FORD')

  rerender(<SmartcarConnectProvider mode="test">{picker}</SmartcarConnectProvider>)
  expect(radio('Lincoln').disabled).toBe(false)
  rerender(<SmartcarConnectProvider mode="live">{picker}</SmartcarConnectProvider>)
  expect(radio(/^Lincoln/).disabled).toBe(true)
})

test('popular brands are a group of their own, whose name is heard', () => {
  render(<BrandPicker popular={['TESLA', 'KIA', 'LADA']} />)
  const popular = within(screen.getByRole('group', { name: 'Popular brands' }))
  const others = within(screen.getByRole('group', { name: 'More brands' }))
  expect(popular.getAllByRole('radio')).toEqual([radio('Tesla'), radio('Kia')])
  expect(others.queryByRole('radio', { name: 'Tesla' })).toBeNull()
})

test('without a match it says so, shows all again, and keeps the way out', () => {
  render(<BrandPicker defaultValue="AUDI" />)
  const total = names().length
  search(' zzz ')
  expect(screen.getByRole('status').textContent).toBe('0 brands match')
  const list = screen.getByRole('group', { name: 'Brand' })
  expect(list.textContent).toContain('No brand matches “zzz”.')
  expect(names()).toEqual([''])
  fireEvent.click(screen.getByRole('button', { name: 'Show all brands' }))
  expect(names()).toHaveLength(total)
  // The button is gone, so the focus stays close, and no phone opens its keyboard.
  expect(document.activeElement).toBe(list)
  expect(screen.queryByRole('button')).toBeNull()
})

test('a brand that only Smartcar’s window offers is not called unknown', () => {
  render(<BrandPicker />)
  search('merc')
  expect(screen.queryByText(/No brand matches/)).toBeNull()
  expect(screen.getByText('Choose Mercedes-Benz in the Smartcar window.')).toBeTruthy()
  search('m')
  expect(screen.getByText('Choose Mercedes-Benz in the Smartcar window.')).toBeTruthy()
  expect(names()).toContain('MAZDA')
  search('vw')
  expect(names()).toEqual(['VOLKSWAGEN', ''])
  expect(screen.queryByText(/^Choose .*\.$/)).toBeNull()
})

test('gives its element to a ref', () => {
  const ref = createRef<HTMLDivElement>()
  render(<BrandPicker ref={ref} />)
  expect(ref.current?.dataset.sc).toBe('brand-picker')
})

test('two pickers on a page do not disturb each other', () => {
  render(
    <>
      <BrandPicker defaultValue="AUDI" aria-label="one" />
      <BrandPicker defaultValue="BMW" aria-label="other" />
    </>,
  )
  expect(screen.getAllByRole<HTMLInputElement>('radio').filter(one => one.checked)).toHaveLength(2)
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('takes brands of the app’s own with their aliases, and shows an id that it does not know', () => {
  const own = [{ id: 'VINFAST', name: 'VinFast', aliases: ['vf'] }]
  render(<BrandPicker brands={own} value="LUCID" />)
  expect(radio('LUCID').checked).toBe(true)
  search('vf')
  expect(names()).toEqual(['VINFAST', ''])
})
