// What cars are called, and what sentences say about those without a name.

import { expect, test } from 'vitest'
import { brands } from '../brand-picker/brands.ts'
import { ar } from '../locales/ar.ts'
import { de } from '../locales/de.ts'
import { en } from '../locales/en.ts'
import { brandName, carName } from './car-name.ts'
import { carNames, carSentence } from './car-sentence.ts'
import { carsToReconnect } from './cars-to-reconnect.ts'
import { plainMake } from './plain-make.ts'

test.each([
  ['TESLA', 'Tesla'],
  ['tesla', 'Tesla'],
  ['SKODA', 'Škoda'],
  ['Škoda', 'Škoda'],
  ['BMW', 'BMW'],
  ['GMC', 'GMC'],
  ['MINI', 'MINI'],
  ['KIA', 'Kia'],
  ['MERCEDES-BENZ', 'Mercedes-Benz'],
  ['MERCEDES_BENZ', 'Mercedes Benz'],
  ['LAND ROVER', 'Land Rover'],
  ['ALFA_ROMEO', 'Alfa Romeo'],
  ['NIO', 'NIO'],
  ['McLaren', 'McLaren'],
])('the brand %s is written %s', (make, name) => {
  expect(brandName(make)).toBe(name)
})

test('the status line names a car as the list of brands does, without having it', () => {
  expect(brands.map(({ id }) => plainMake(id))).toEqual(brands.map(({ name }) => name))
})

test('a car is named by what is known of it', () => {
  expect(carName({ make: 'TESLA', model: 'Model 3', year: 2023 })).toBe('Tesla Model 3 2023')
  expect(carName({ make: 'KIA', model: null, year: null })).toBe('Kia')
  expect(carName({ year: 2020 })).toBe('2020')
  expect(carName({})).toBe('')
})

test('a car without a name has a capital letter at the beginning of a sentence only', () => {
  expect(carSentence(en.car.question, {}, en)).toBe('Disconnect your car?')
  expect(carSentence(en.car.disconnected, {}, en)).toBe('Your car is disconnected.')
  expect(carSentence('{car}', { make: 'KIA' }, en)).toBe('Kia')
  expect(carSentence('{car}', { model: 'iX3' }, en)).toBe('iX3')
})

test('of several cars each name is told once', () => {
  const cars = [{ make: 'KIA' }, {}, { make: 'KIA' }, { make: 'NISSAN' }, {}]
  expect(carNames(cars, en)).toEqual(['Kia', 'your car', 'Nissan'])
})

test('a name keeps its own direction in a sentence from right to left, and only there', () => {
  const up = { make: 'VOLKSWAGEN', model: 'up!' }
  expect(carSentence('{car}', up, ar)).toBe('\u2068Volkswagen up!\u2069')
  expect(carNames([up, {}], ar)).toEqual(['\u2068Volkswagen up!\u2069', ar.car.unnamed])
  expect(carSentence('{car}', up, de)).toBe('Volkswagen up!')
})

test('spaces are no name', () => {
  expect(carName({ make: '   ', model: ' ', year: 2020 })).toBe('2020')
  expect(carName({ make: 'KIA', model: '  ', year: 2020 })).toBe('Kia 2020')
  expect(carName({ make: '  ' })).toBe('')
})

test('cars of one brand are of one account, and one without a brand is alone', () => {
  const cars = [
    { id: 'a', make: 'KIA', state: 'needs_reauth' },
    { id: 'b', make: 'NISSAN', state: 'connected' },
    { id: 'c', state: 'needs_reauth' },
    { id: 'd', make: 'Kia', state: 'needs_reauth' },
    { id: 'e', state: 'needs_reauth' },
  ] as const
  expect(
    carsToReconnect(cars).map(({ brand, cars: of }) => [brand, of.map(({ id }) => id).join('')]),
  ).toEqual([
    ['Kia', 'ad'],
    ['', 'c'],
    ['', 'e'],
  ])
})
