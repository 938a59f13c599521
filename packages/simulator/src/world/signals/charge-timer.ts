// How a charge schedule of an application reads back in the signal ChargeTimers.

import type { ChargeSchedule } from '../car.ts'
import type { SignalBody } from './signal.ts'

/**
 * A schedule as a charge timer. Its fields are documented; what stands in `condition` and how days are
 * spelled is a guess.
 */
export function chargeTimer({ id, scheduleType, parameters }: ChargeSchedule): SignalBody {
  const place = isRecord(parameters.location) ? parameters.location : {}
  return {
    type: 'LOCATION',
    condition: {
      name: null,
      address: null,
      latitude: place.latitude ?? null,
      longitude: place.longitude ?? null,
    },
    schedules: schedulesOf(parameters),
    departureTimers: [],
    isOEMOptimizationEnabled: false,
    scheduleType,
    scheduleId: id,
  }
}

const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY']
const weekends = ['SATURDAY', 'SUNDAY']

function schedulesOf(parameters: ChargeSchedule['parameters']): readonly SignalBody[] {
  const days = isRecord(parameters.days) ? Object.entries(parameters.days) : []
  const times: readonly (readonly [unknown, readonly string[]])[] = [
    [parameters, [...weekdays, ...weekends]],
    [parameters.weekdays, weekdays],
    [parameters.weekends, weekends],
    ...days.map(([day, time]) => [time, [day.toUpperCase()]] as const),
  ]
  return times.flatMap(([time, on]) =>
    isRecord(time) && typeof time.startTime === 'string'
      ? [{ start: time.startTime, end: time.stopTime ?? null, days: on }]
      : [],
  )
}

function isRecord(thing: unknown): thing is Readonly<Record<string, unknown>> {
  return typeof thing === 'object' && thing !== null && !Array.isArray(thing)
}
