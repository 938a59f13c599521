// The signals of charging.

import { tells } from '../maker-knowledge.ts'
import type { ChargeReadings, Current } from '../readings/charge.ts'
import type { ChargeRecord } from '../readings/charge-records.ts'
import { chargeTimer } from './charge-timer.ts'
import {
  notCapable,
  quantity,
  type ReadBody,
  type Signal,
  type SignalBody,
  type SignalReading,
  type SignalSource,
  signalOf,
  signalsOf,
  value,
} from './signal.ts'

/** The signals of the group Charge. */
export const chargeSignals: readonly Signal[] = [
  ...signalsOf('Charge', 'read_charge', {
    AmperageMax: current(({ amperes }) => quantity(amperes, 'ampere')),
    AmperageRequested: current(({ amperes }) => quantity(amperes, 'ampere')),
    ChargeLimits: charge(({ limitPercent }) => ({
      values: [{ type: 'GLOBAL', limit: limitPercent, condition: null }],
      activeLimit: limitPercent,
      unit: 'percent',
    })),
    ChargerPhases: current(({ phases }) => quantity(phases, 'count')),
    // Without a cable there is no connector; the recorded word is "invalid".
    ChargingConnectorType: charge(({ isPluggedIn, connector }) =>
      value(isPluggedIn ? connector : 'invalid'),
    ),
    ChargeTimers: ({ vehicle, car, readings }) =>
      takesTimers(readings.charge, vehicle.brandId, vehicle.answersEverything)
        ? { values: car.schedules.map(chargeTimer) }
        : undefined,
    DetailedChargingStatus: charge(({ state }) => value(state)),
    EnergyAdded: current((_current, { energyAddedKwh }) => quantity(energyAddedKwh, 'kWh')),
    // The simulated cars charge at home, where nothing is fast; the recorded word is "invalid".
    FastChargerType: current(() => value('invalid')),
    IsCharging: charge(({ state }) => value(state === 'CHARGING')),
    IsChargingCableConnected: charge(({ isPluggedIn }) => value(isPluggedIn)),
    IsChargingCableLatched: current((_current, { isPluggedIn }) => value(isPluggedIn)),
    IsChargingPortFlapOpen: charge(({ isPortOpen }) => value(isPortOpen)),
    IsFastChargerPresent: current(() => value(false)),
  }),
  whileCharging('Amperage', ({ amperes }) => quantity(amperes, 'ampere'), true),
  whileCharging('ChargePortStatusColor', () => value('green'), true),
  whileCharging('ChargeRate', ({ kmAnHour }) => quantity(kmAnHour, 'km/h')),
  // In minutes; the recorded body has no unit.
  whileCharging('TimeToComplete', (_current, { minutesLeft }) => value(minutesLeft)),
  whileCharging('Voltage', ({ volts }) => quantity(volts, 'volts'), true),
  whileCharging('Wattage', ({ powerKw }) => quantity(Math.round(powerKw * 1000), 'watts'), true),
  ...signalsOf('Charge', 'read_charge_records', {
    ChargeRecords: ({ readings: { chargeRecords, charge } }) =>
      chargeRecords && charge && { values: chargeRecords.map(record => recordOf(record, charge)) },
  }),
]

/**
 * A signal of a current. If none flows, the car is not charging, and the value that was known last
 * comes along (recorded for ChargeRate; that the others do the same is a guess).
 */
function whileCharging(
  name: string,
  body: (current: Current, charge: ChargeReadings) => SignalBody | undefined,
  isDetail = false,
): Signal {
  function read({ vehicle, readings: { charge } }: SignalSource): SignalReading {
    const known = charge && body(charge.current, charge)
    if (known === undefined || (isDetail && !tells(vehicle, 'charge-current'))) return notCapable()
    if (charge?.state === 'CHARGING') return { ok: true, body: known }
    return { ok: false, type: 'VEHICLE_STATE', code: 'NOT_CHARGING', body: known }
  }
  return signalOf('Charge', 'read_charge', name, read)
}

function charge(body: (charge: ChargeReadings) => SignalBody | undefined): ReadBody {
  return ({ readings }) => readings.charge && body(readings.charge)
}

function current(
  body: (current: Current, charge: ChargeReadings) => SignalBody | undefined,
): ReadBody {
  return ({ vehicle, readings: { charge } }) =>
    charge && tells(vehicle, 'charge-current') ? body(charge.current, charge) : undefined
}

function takesTimers(
  charge: ChargeReadings | undefined,
  brandId: string,
  answersEverything: boolean,
): boolean {
  return charge !== undefined && (answersEverything || ['TESLA', 'VOLVO'].includes(brandId))
}

// Whether both kinds of plug have a field each is not known; these are the documented names.
function recordOf(record: ChargeRecord, { connector }: ChargeReadings): SignalBody {
  return {
    id: record.id,
    cost: { currency: 'USD', energyAmount: record.costUsd, otherAmount: 0 },
    startTime: new Date(record.startMs).toISOString(),
    endTime: new Date(record.endMs).toISOString(),
    location: { name: 'Home', address: null, ...record.place },
    energyAdded: record.energyKwh,
    connectorType: connector,
    chargingType: 'AC',
    isPublicCharger: false,
    startStateOfCharge: record.startPercent,
    endStateOfCharge: record.endPercent,
  }
}
