// The brand picker by real keys, as a browser handles them.

import { render, screen } from '@testing-library/react'
import { afterEach, expect, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { test } from '../../test/in-page.ts'
import { BrandPicker, type BrandPickerProps } from '../index.ts'

const onValueChange = vi.fn()
afterEach(() => onValueChange.mockClear())

function open(props: BrandPickerProps = {}) {
  render(
    <>
      <BrandPicker country="US" onValueChange={onValueChange} {...props} />
      <button type="button">After</button>
    </>,
  )
}

function searchbox(): HTMLInputElement {
  return screen.getByRole<HTMLInputElement>('searchbox')
}

// What has the focus: the value of a radio button, or the role of anything else.
function focused(): string {
  const element = document.activeElement
  return element instanceof HTMLInputElement && element.type === 'radio'
    ? `radio ${element.value}`
    : (element?.getAttribute('type') ?? element?.localName ?? '')
}

async function press(keys: string): Promise<string> {
  await userEvent.keyboard(keys)
  return `${focused()} · ${onValueChange.mock.lastCall?.[0]}`
}

test('the whole list is one stop of Tab', async () => {
  open({ defaultValue: 'KIA' })
  await userEvent.tab()
  expect(focused()).toBe('search')
  await userEvent.tab()
  expect(focused()).toBe('radio KIA')
  await userEvent.tab()
  expect(focused()).toBe('button')
})

test('arrows, Home, End and pages choose at once, and skip what is disabled', async () => {
  open({ defaultValue: 'FIAT' })
  await userEvent.tab()
  await userEvent.tab()
  expect(await press('{ArrowDown}')).toBe('radio GMC · GMC')
  expect(await press('{ArrowUp}')).toBe('radio FIAT · FIAT')
  expect(await press('{Home}')).toBe('radio ACURA · ACURA')
  expect(await press('{PageDown}')).toBe('radio HONDA · HONDA')
  expect(await press('{PageUp}')).toBe('radio ACURA · ACURA')
  expect(await press('{End}')).toBe('radio  · ')
  expect(await press('{ArrowUp}')).toBe('radio VOLVO · VOLVO')
  expect(await press('{ArrowDown}{ArrowDown}')).toBe('radio ACURA · ACURA')
})

test('letters lead to the names that begin with them, as in a native list', async () => {
  const names = ['Nissan', 'Great Wall', 'Great North']
  open({ brands: names.map(name => ({ id: name.toUpperCase(), name })), country: undefined })
  await userEvent.tab()
  await userEvent.tab()
  expect(await press('great')).toBe('radio GREAT WALL · GREAT WALL')
  expect(await press(' n')).toBe('radio GREAT NORTH · GREAT NORTH')
})

test('a brand that is chosen by keys is scrolled into view', async () => {
  render(
    <div style={{ height: 120, overflow: 'auto' }}>
      <BrandPicker />
    </div>,
  )
  await userEvent.tab()
  await userEvent.tab()
  await userEvent.keyboard('tes')
  const { top, bottom } = (document.activeElement as Element).getBoundingClientRect()
  expect(focused()).toBe('radio TESLA')
  expect(top).toBeGreaterThanOrEqual(0)
  expect(bottom).toBeLessThanOrEqual(120)
})

test('the arrow down leads from the search to what it found, and typing goes on in the search', async () => {
  open()
  await userEvent.tab()
  await userEvent.keyboard('ch')
  expect(await press('{ArrowDown}')).toBe('radio CHEVROLET · CHEVROLET')
  expect(await press('{ArrowDown}')).toBe('radio CHRYSLER · CHRYSLER')
  expect(await press('e')).toBe('search · CHRYSLER')
  expect(searchbox().value).toBe('che')
  expect(await press('{ArrowDown}')).toBe('radio CHEVROLET · CHEVROLET')
  expect(await press('{Backspace}')).toBe('search · CHEVROLET')
  expect(searchbox().value).toBe('ch')
  // The chosen one is among those found, so it stays chosen.
  expect(await press('{ArrowDown}')).toBe('radio CHEVROLET · CHEVROLET')
  expect(await press('{ArrowUp}')).toBe('search · CHEVROLET')
  expect(onValueChange).toHaveBeenCalledTimes(3)
})

test('without a search the arrow down leads to what is chosen, and changes nothing', async () => {
  open({ defaultValue: 'KIA' })
  await userEvent.tab()
  expect(await press('{ArrowDown}')).toBe('radio KIA · undefined')
  expect(await press('{Home}{ArrowUp}')).toBe('search · ACURA')
})

test('after “Show all” the keys go on in the list', async () => {
  open({ defaultValue: 'KIA' })
  await userEvent.tab()
  await userEvent.keyboard('zzz')
  await userEvent.tab()
  expect(focused()).toBe('button')
  // Without matches only the way out is left, after the button.
  expect(await press(' ')).toBe('fieldset · undefined')
  expect(searchbox().value).toBe('')
  expect(await press('{ArrowDown}')).toBe('radio KIA · undefined')
})

test('keys with a modifier are left to the browser', async () => {
  open({ defaultValue: 'KIA' })
  await userEvent.tab()
  await userEvent.tab()
  const prevented = vi.fn()
  window.addEventListener('keydown', event => prevented(event.defaultPrevented), { once: true })
  expect(await press('{Control>}t{/Control}')).toBe('radio KIA · undefined')
  expect(prevented).toHaveBeenCalledWith(false)
})

test('Enter in the search does not submit the form around it', async () => {
  const onSubmit = vi.fn((event: { preventDefault: () => void }) => event.preventDefault())
  render(
    <form onSubmit={onSubmit}>
      <BrandPicker name="make" />
    </form>,
  )
  await userEvent.tab()
  await userEvent.keyboard('kia{Enter}')
  expect(onSubmit).not.toHaveBeenCalled()
})
