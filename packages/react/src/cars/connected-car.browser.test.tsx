// What the card makes of data that is odd, as plain data from a backend may be.

import { render, screen } from '@testing-library/react'
import { expect } from 'vitest'
import { test } from '../../test/in-page.ts'
import { type CarDetails, ConnectedCar, SmartcarConnectProvider } from '../index.ts'
import { ar } from '../locales/ar.ts'

// From a backend without types.
function card(car: object) {
  render(<ConnectedCar car={car as CarDetails} />)
  return screen.getByRole('article')
}

function tile() {
  return document.querySelector('[data-sc="tile"]')?.textContent
}

test.each([null, '', 'soon', 0, '1970-01-01', '0001-01-01T00:00:00Z'])(
  'a car that was connected at %j has no date',
  connectedAt => {
    card({ make: 'KIA', connectedAt })
    expect(document.querySelector('time')).toBeNull()
  },
)

test('counts the permissions that it lists', () => {
  card({ make: 'KIA', permissions: ['read_vin', 'read_vin', 'required:read_vin', '', 'required:'] })
  expect(document.querySelector('summary')?.textContent).toBe('You allowed one thing')
  expect(document.querySelectorAll('dd')).toHaveLength(1)
})

test.each([
  [{ make: '   ', model: 'Niro' }, 'Niro', 'N'],
  [{ make: ' ' }, 'Your car', 'Y'],
  [{ make: '👨‍👩‍👧 car' }, '👨‍👩‍👧 car', 'C'],
  [{ make: '🇩🇪' }, '🇩🇪', 'Y'],
  [{ make: 'e\u0301lan' }, 'e\u0301lan', 'E\u0301'],
  [{ make: '007' }, '007', '0'],
])('%j is called “%s”, and its tile has a whole letter', (car, name, initial) => {
  card(car)
  expect(screen.getByRole('heading').textContent?.trim()).toBe(name)
  expect(tile()).toBe(initial)
})

test.each([null, 'disconnected', undefined])('a car with the state %j is connected', state => {
  expect(card({ make: 'KIA', state }).dataset.state).toBe('connected')
})

test('the last sign of a name is on its right in a page from right to left', () => {
  render(
    <SmartcarConnectProvider labels={ar}>
      <div dir="rtl">
        <ConnectedCar car={{ make: 'VOLKSWAGEN', model: 'up!' }} />
      </div>
    </SmartcarConnectProvider>,
  )
  const name = screen.getByText('Volkswagen up!').firstChild as Text
  function leftOf(index: number) {
    const range = document.createRange()
    range.setStart(name, index)
    range.setEnd(name, index + 1)
    return range.getBoundingClientRect().left
  }
  expect(leftOf(name.length - 1)).toBeGreaterThan(leftOf(0))
  expect(tile()).toBe('V')
})
