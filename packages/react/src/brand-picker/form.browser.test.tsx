// The brand picker in a form, before React is there, and after the browser has restored it.

import { act, fireEvent, render, screen } from '@testing-library/react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server.browser'
import { expect, vi } from 'vitest'
import { test } from '../../test/in-page.ts'
import { BrandPicker } from '../index.ts'

function makes(): string[] {
  return [...new FormData(screen.getByRole<HTMLFormElement>('form'))].map(String)
}

test('is in the form under its name, exactly once, also while a search hides what is chosen', () => {
  render(
    <form aria-label="car">
      <BrandPicker name="make" defaultValue="AUDI" />
    </form>,
  )
  expect(makes()).toEqual(['make,AUDI'])
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'bmw' } })
  expect(makes()).toEqual(['make,AUDI'])
  fireEvent.click(screen.getByRole('radio', { name: 'BMW' }))
  expect(makes()).toEqual(['make,BMW'])
  fireEvent.click(screen.getByRole('radio', { name: /^Choose in/ }))
  expect(makes()).toEqual(['make,'])
})

test('is not in the form without a name', () => {
  render(
    <form aria-label="car">
      <BrandPicker defaultValue="AUDI" />
    </form>,
  )
  expect(makes()).toEqual([])
})

test('a brand that was chosen before hydration stays chosen', { tags: ['F67'] }, async () => {
  const onValueChange = vi.fn()
  const log = vi.spyOn(console, 'error')
  const picker = (
    <form aria-label="car">
      <BrandPicker name="make" onValueChange={onValueChange} />
    </form>
  )
  const place = document.body.appendChild(document.createElement('div'))
  place.innerHTML = renderToString(picker)
  // Also what Firefox does when a page is loaded again.
  fireEvent.click(screen.getByRole('radio', { name: 'Tesla' }))
  const root = await act(async () => hydrateRoot(place, picker))
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Tesla' }).checked).toBe(true)
  expect(onValueChange.mock.calls).toEqual([['TESLA']])
  expect(makes()).toEqual(['make,TESLA'])
  expect(log).not.toHaveBeenCalled()
  act(() => root.unmount())
  place.remove()
})
