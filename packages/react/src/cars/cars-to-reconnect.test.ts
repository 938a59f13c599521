// Which accounts ask for a new sign-in.

import { expect, test } from 'vitest'
import { carsToReconnect, type ReconnectCar } from './cars-to-reconnect.ts'

function car(id: string, make?: string, state: ReconnectCar['state'] = 'needs_reauth') {
  return { id, make, state }
}

function accountsOf(cars: readonly ReconnectCar[]) {
  return carsToReconnect(cars).map(({ key, brand, cars: own }) => [
    key,
    brand,
    own.map(({ id }) => id).join(),
  ])
}

test('cars of one brand are one account, in the order of the first cars', () => {
  const cars = [car('ev6', 'KIA'), car('leaf', 'NISSAN'), car('niro', 'kia')]
  expect(accountsOf(cars)).toEqual([
    ['Kia', 'Kia', 'ev6,niro'],
    ['Nissan', 'Nissan', 'leaf'],
  ])
})

test('a car of an unknown brand stands for itself', () => {
  expect(accountsOf([car('a'), car('b', ''), car('c', 'TRABANT'), car('d', 'Trabant')])).toEqual([
    ['a', '', 'a'],
    ['b', '', 'b'],
    ['Trabant', 'Trabant', 'c,d'],
  ])
})

test('a car that asks for nothing is left out', () => {
  expect(accountsOf([car('ev6', 'KIA', 'connected'), { id: 'x' }])).toEqual([])
  expect(accountsOf([car('ev6', 'KIA', 'connected'), car('niro', 'KIA')])).toEqual([
    ['Kia', 'Kia', 'niro'],
  ])
})
