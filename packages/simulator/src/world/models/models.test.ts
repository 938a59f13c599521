// The tables of models hold cars that a person believes.

import { expect, test } from 'vitest'
import { brands } from '../brands.ts'
import type { Model, Powertrain } from './model.ts'
import { modelsOf } from './models.ts'

const everyModel = brands.flatMap(({ id }) =>
  modelsOf(id).map((model): [string, Model] => [`${id} ${model.name}`, model]),
)

// The least and the most of batteryKwh, kwhPer100Km, chargeKw, tankLitres and litresPer100Km.
const bounds: Readonly<Record<Powertrain, readonly (readonly [number, number])[]>> = {
  BEV: [
    [25, 210],
    [14, 40],
    [6, 22],
    [0, 0],
    [0, 0],
  ],
  PHEV: [
    [8, 26],
    [14, 38],
    [3, 11],
    [25, 91],
    [4, 12],
  ],
  ICE: [
    [0, 0],
    [0, 0],
    [0, 0],
    [34, 120],
    [5, 16],
  ],
}

test.each(brands.map(({ id }) => [id]))('%s has two models of different names', id => {
  expect(new Set(modelsOf(id).map(({ name }) => name)).size).toBeGreaterThan(1)
})

test('no model repeats the name of its brand, which stands before it', () => {
  const repeated = brands.flatMap(({ id, name }) =>
    modelsOf(id).flatMap(model => (model.name.startsWith(name) ? [model.name] : [])),
  )
  expect(repeated).toEqual([])
})

test.each(everyModel)('%s was sold in years that are over', (_name, { fromYear, toYear }) => {
  expect(fromYear).toBeGreaterThanOrEqual(2016)
  expect(toYear).toBeGreaterThanOrEqual(fromYear)
  expect(toYear).toBeLessThanOrEqual(2025)
})

test.each(everyModel)('%s has figures that suit what drives it', (_name, { powertrain, drive }) => {
  const { batteryKwh, kwhPer100Km, chargeKw, tankLitres, litresPer100Km } = drive
  const figures = [batteryKwh, kwhPer100Km, chargeKw, tankLitres, litresPer100Km]
  expect(figures).toEqual(
    bounds[powertrain].map(([least, most], at) =>
      Math.min(most, Math.max(least, figures[at] ?? Number.NaN)),
    ),
  )
})

test.each([
  ['TESLA', 'Model 3', 'BEV'],
  ['CHEVROLET', 'Volt', 'PHEV'],
  ['KIA', 'EV6', 'BEV'],
  ['MAZDA', 'CX-5', 'ICE'],
  ['MERCEDES_BENZ', 'EQA', 'BEV'],
  ['FORD', 'Mustang Mach-E', 'BEV'],
])('%s %s is a %s', (brand, name, powertrain) => {
  expect(modelsOf(brand).find(model => model.name === name)?.powertrain).toBe(powertrain)
})

test('Tesla and Polestar sell nothing else than electric cars, Infiniti and Buick none', () => {
  function kinds(brand: string) {
    return [...new Set(modelsOf(brand).map(({ powertrain }) => powertrain))]
  }
  expect([kinds('TESLA'), kinds('POLESTAR')]).toEqual([['BEV'], ['BEV']])
  expect([kinds('INFINITI'), kinds('BUICK')]).toEqual([['ICE'], ['ICE']])
})

test('a brand that is not in the tables is a mistake of ours', () => {
  expect(() => modelsOf('TRABANT')).toThrow('TRABANT has no models')
})
