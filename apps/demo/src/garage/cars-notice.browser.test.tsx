// The notice in the place of the cars, while they are loaded once more.

import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, test, vi } from 'vitest'
import { CarsNotice } from './cars-notice.tsx'
import type { GarageState } from './garage-state.ts'

test('the alert went away while it was loaded again, and the focus with it', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  function show(garage: GarageState) {
    return act(async () => root.render(<CarsNotice garage={garage} />))
  }
  const onRetry = vi.fn()
  await show({ status: 'loading' })
  expect(place.querySelector('[role=alert]')).toBeNull()
  await show({ status: 'failed', problem: 'The server is away.', onRetry })
  const button = place.querySelector('button')
  button?.focus()
  button?.click()
  await show({ status: 'loading' })
  button?.click()
  expect(onRetry).toHaveBeenCalledTimes(1)
  expect(document.activeElement).toBe(button)
  expect(place.querySelector('[role=alert]')?.ariaBusy).toBe('true')
  expect(place.textContent).toContain('The server is away.')
  await show({ status: 'failed', problem: 'You are offline.', onRetry })
  expect(document.activeElement).toBe(button)
  expect(place.textContent).toContain('You are offline.')
  await show({ status: 'ready', count: 0 })
  expect(place.textContent).toBe('')
  act(() => root.unmount())
  place.remove()
  vi.unstubAllGlobals()
})
