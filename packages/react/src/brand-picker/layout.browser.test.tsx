// What the style sheet holds still in the brand picker.

import { act, fireEvent, render, screen } from '@testing-library/react'
import { expect } from 'vitest'
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

test('a list that is disabled can still be scrolled by keys', async () => {
  render(<BrandPicker disabled />)
  await userEvent.tab()
  expect(document.activeElement).toBe(document.querySelector('[data-sc=brand-list]'))
})
