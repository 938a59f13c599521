// The fake vehicles are of models that their brands sold.

import { expect, test } from 'vitest'
import { type Brand, brands, findBrand } from './brands.ts'
import type { Powertrain } from './models/model.ts'
import { modelsOf } from './models/models.ts'
import { answeringEverything, makeVin, vehicleOf } from './vehicle.ts'

function vins(brand: Brand): readonly string[] {
  return Array.from({ length: 40 }, (_, number) => makeVin(brand, 'many', number, 'live'))
}

test.each(brands.map(brand => [brand.id, brand] as const))(
  'each %s is a model of it',
  (id, brand) => {
    const names = new Set<string>()
    for (const vin of vins(brand)) {
      const vehicle = vehicleOf(vin, brand)
      const model = modelsOf(id).find(
        ({ name, powertrain }) => name === vehicle.model && powertrain === vehicle.powertrain,
      )
      expect(vehicle.drive).toBe(model?.drive)
      expect(vehicle.year).toBeGreaterThanOrEqual(model?.fromYear ?? Number.NaN)
      expect(vehicle.year).toBeLessThanOrEqual(model?.toYear ?? Number.NaN)
      expect(vehicleOf(vin, brand)).toEqual(vehicle)
      names.add(vehicle.model)
    }
    expect(names.size).toBeGreaterThan(1)
  },
)

test('the years of a model all occur', () => {
  const kia = findBrand('KIA') as Brand
  const years = vins(kia).flatMap(vin => {
    const { model, year } = vehicleOf(vin, kia, 'BEV')
    return model === 'EV6' ? [year] : []
  })
  expect([Math.min(...years), Math.max(...years)]).toEqual([2022, 2025])
})

test.each<[string, Powertrain]>([
  ['KIA', 'BEV'],
  ['KIA', 'PHEV'],
  ['KIA', 'ICE'],
  ['CHEVROLET', 'PHEV'],
])('a %s with the wanted power train %s is a model that has it', (id, wanted) => {
  const brand = findBrand(id) as Brand
  for (const vin of vins(brand)) {
    const { model, powertrain } = vehicleOf(vin, brand, wanted)
    expect(powertrain).toBe(wanted)
    expect(modelsOf(id).filter(({ name }) => name === model)).toMatchObject([{ powertrain }])
  }
})

test('a power train that the brand lacks comes in one of its models, with usual figures', () => {
  const tesla = findBrand('TESLA') as Brand
  const vehicle = vehicleOf('0SCTESL0000000001', tesla, 'ICE')
  expect(vehicle).toMatchObject({ model: 'Model 3', powertrain: 'ICE' })
  expect(vehicle.drive).toMatchObject({ batteryKwh: 0, tankLitres: 52 })
})

test('a vehicle that answers everything keeps its figures and gets the missing ones', () => {
  const kia = findBrand('KIA') as Brand
  const vin = '0SCKAXX0000000001'
  const [electric, hybrid, fuel] = (['BEV', 'PHEV', 'ICE'] as const).map(powertrain =>
    vehicleOf(vin, kia, powertrain),
  )
  if (!electric || !hybrid || !fuel) throw new Error('there are three')
  expect(answeringEverything(hybrid)).toEqual({ ...hybrid, answersEverything: true })
  expect(answeringEverything(electric)).toMatchObject({
    model: electric.model,
    powertrain: 'BEV',
    drive: { batteryKwh: electric.drive.batteryKwh, tankLitres: 52, litresPer100Km: 6.8 },
  })
  expect(answeringEverything(fuel)).toMatchObject({
    powertrain: 'ICE',
    drive: { batteryKwh: 70, chargeKw: 11, tankLitres: fuel.drive.tankLitres },
  })
})
