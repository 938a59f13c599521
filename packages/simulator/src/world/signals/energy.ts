// The signals of batteries and tanks.

import { round } from '../round.ts'
import { percent, quantity, type Signal, signalsOf, value } from './signal.ts'

/** The signals of the groups TractionBattery, InternalCombustionEngine and LowVoltageBattery. */
export const energySignals: readonly Signal[] = [
  ...signalsOf('TractionBattery', 'read_battery', {
    StateOfCharge: ({ readings: { battery } }) => percent(battery?.percent),
    Range: ({ readings: { battery } }) =>
      battery && {
        value: battery.rangeKm,
        type: 'DEFAULT',
        additionalValues: [
          { type: 'IDEAL_CONDITIONS', value: round(battery.rangeKm * 1.15, 1) },
          { type: 'ESTIMATED', value: round(battery.rangeKm * 0.95, 1) },
          { type: 'RATED', value: round(battery.rangeKm * 1.08, 1) },
        ],
        unit: 'km',
      },
    NominalCapacity: ({ vehicle, readings: { battery } }) =>
      battery && {
        capacity: battery.capacityKwh,
        source: 'SMARTCAR',
        availableCapacities: [
          { capacity: battery.capacityKwh, description: `${vehicle.model} ${vehicle.year}` },
        ],
        unit: 'kWh',
      },
    // A battery is warmed while it charges in the cold.
    IsHeaterActive: ({ readings: { battery, charge, climate } }) =>
      battery && climate && value(charge?.state === 'CHARGING' && climate.outsideCelsius < 4),
    MaxRangeChargeCounter: ({ readings: { battery, climate } }) =>
      battery && climate && quantity(battery.fullCharges, 'count'),
  }),
  ...signalsOf('InternalCombustionEngine', 'read_fuel', {
    AmountRemaining: ({ readings: { fuel } }) => quantity(fuel?.litres, 'liters'),
    FuelLevel: ({ readings: { fuel } }) => percent(fuel?.percent),
    Range: ({ readings: { fuel } }) => quantity(fuel?.rangeKm, 'km'),
  }),
  ...signalsOf('InternalCombustionEngine', 'read_engine_oil', {
    OilLife: ({ readings: { fuel } }) => percent(fuel?.oilLifePercent),
  }),
  // The permission is a guess.
  ...signalsOf('LowVoltageBattery', 'read_battery', {
    StateOfCharge: ({ readings: { lowVoltage } }) => percent(lowVoltage?.percent),
    Status: ({ readings: { lowVoltage } }) => value(lowVoltage?.status),
  }),
]
