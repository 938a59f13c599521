// What the style sheet holds still in the brand picker.

import { act, fireEvent, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { test } from '../../test/in-page.ts'
import { BrandPicker } from '../index.ts'
import '../styles/styles.css'

function open(width: number) {
  render(
    <div style={{ width }}>
      <BrandPicker popular={['TESLA']} />
      <p data-testid="below">Below</p>
    </div>,
  )
}

// Where elements are, with a name for each.
function places(selector: string): Map<string, readonly number[]> {
  const elements = [...document.querySelectorAll(selector)]
  return new Map(
    elements.map((element, index) => {
      const { left, top, width, height } = element.getBoundingClientRect()
      return [`${index} ${element.localName}`, [left, top, width, height]]
    }),
  )
}

function moved(before: ReturnType<typeof places>, after: ReturnType<typeof places>): string[] {
  return [...before]
    .filter(([name, place]) => {
      const now = after.get(name) ?? []
      return !place.every((pixels, side) => Math.abs(pixels - (now[side] ?? Number.NaN)) <= 1)
    })
    .map(([name]) => name)
}

test.each([288, 400, 900])('choosing a brand moves nothing, at %i px', width => {
  open(width)
  const all = '[data-sc=brand-picker] :not([role=status]), p:not([role=status])'
  const before = places(all)
  expect(before.size).toBeGreaterThan(100)
  for (const name of ['Tesla', 'BMW', /^Choose in/]) {
    act(() => screen.getByRole('radio', { name }).click())
    expect(moved(before, places(all))).toEqual([])
  }
})

test.each([288, 400, 900])('a search moves nothing but brands, at %i px', width => {
  open(width)
  const around =
    'label[for], input[type=search], [data-sc=brands], [data-sc=brands] > label, [data-testid]'
  const before = places(around)
  expect(before.size).toBe(5)
  for (const query of ['t', 'tesla', 'merc', 'zzz', 'z '.repeat(60)]) {
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: query } })
    expect(moved(before, places(around)), query).toEqual([])
  }
})

test('the list that scrolls is no stop of its own, and takes keys where it is clicked', async () => {
  open(400)
  const list = document.querySelector<HTMLElement>('[data-sc=brand-list]')
  expect(list?.scrollHeight).toBeGreaterThan(list?.clientHeight ?? 0)
  await userEvent.tab()
  await userEvent.tab()
  const wayOut = screen.getByRole<HTMLInputElement>('radio', { name: /^Choose in/ })
  expect(document.activeElement).toBe(wayOut)
  act(() => list?.focus())
  await userEvent.keyboard('v')
  expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Vauxhall' }))
})

test.each<[string, ReactNode]>([
  ['its option', <BrandPicker disabled key="1" />],
  [
    'a fieldset around it',
    <fieldset disabled key="2">
      <fieldset>
        <BrandPicker />
      </fieldset>
    </fieldset>,
  ],
])('a list that is disabled can still be scrolled by keys: %s', async (_by, picker) => {
  render(picker)
  await userEvent.tab()
  const list = document.querySelector('[data-sc=brand-list]')
  expect(document.activeElement).toBe(list)
  await userEvent.keyboard('{ArrowDown}')
  await vi.waitFor(() => expect(list?.scrollTop).toBeGreaterThan(0))
  await userEvent.keyboard('{Home}')
  await vi.waitFor(() => expect(list?.scrollTop).toBe(0))
})

test('the list is a stop only while a fieldset around it is disabled', async () => {
  render(
    <fieldset aria-label="All">
      <BrandPicker />
    </fieldset>,
  )
  const fieldset = screen.getByRole<HTMLFieldSetElement>('group', { name: 'All' })
  const list = document.querySelector<HTMLElement>('[data-sc=brand-list]')
  expect(list?.tabIndex).toBe(-1)
  fieldset.disabled = true
  await vi.waitFor(() => expect(list?.tabIndex).toBe(0))
  fieldset.disabled = false
  await vi.waitFor(() => expect(list?.tabIndex).toBe(-1))
})

test('a search begins at its first match, and ends at what is chosen', () => {
  render(<BrandPicker defaultValue="VOLVO" />)
  const list = document.querySelector<HTMLElement>('[data-sc=brand-list]') as HTMLElement
  const scrolled = list.scrollTop
  expect(scrolled).toBeGreaterThan(0)
  for (const value of ['a', '']) {
    fireEvent.change(screen.getByRole('searchbox'), { target: { value } })
    expect(list.scrollTop).toBe(value ? 0 : scrolled)
  }
})
