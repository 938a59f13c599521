// The charge schedules of version 3: what comes with one, and which cars take one.

import type { ChargeSchedule } from '../world/car.ts'
import type { Fault } from '../world/fault.ts'
import { type Attributes, placeOf, recordOf, wrongAttribute } from './command-body.ts'

/** How the days of a schedule are told apart. */
export type ScheduleType = ChargeSchedule['scheduleType']

/** The last part of the path, by type. */
export const schedulePaths: Readonly<Record<string, ScheduleType>> = {
  daily: 'DAILY',
  weekly: 'WEEKLY',
  workweek: 'WORKWEEK',
}

// Documented for these two makes only.
const capable: Readonly<Record<string, readonly ScheduleType[]>> = {
  TESLA: ['DAILY', 'WEEKLY', 'WORKWEEK'],
  VOLVO: ['DAILY'],
}

/** Whether the cars of a brand take schedules of a type. */
export function takesSchedule(brandId: string, scheduleType: ScheduleType): boolean {
  return capable[brandId]?.includes(scheduleType) ?? false
}

const weekday = /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/i

/**
 * Finds what is wrong with the attributes of a schedule, if anything. The insides of `days`,
 * `weekdays` and `weekends` are approximate, and so are the letters of the days.
 */
export function wrongSchedule(
  attributes: Attributes,
  scheduleType: ScheduleType,
): Fault | undefined {
  if (placeOf(attributes.location) === undefined) {
    return wrongAttribute(attributes, 'location', 'an object with latitude and longitude')
  }
  switch (scheduleType) {
    case 'DAILY':
      return wrongTimes(attributes)
    case 'WEEKLY': {
      const days = Object.entries(recordOf(attributes.days))
      const isRight =
        days.length > 0 && days.every(([day, times]) => weekday.test(day) && areTimes(times))
      return isRight ? undefined : wrongAttribute(attributes, 'days', `days of the week, ${inner}`)
    }
    case 'WORKWEEK': {
      const name = ['weekdays', 'weekends'].find(part => !areTimes(attributes[part]))
      return name === undefined ? undefined : wrongAttribute(attributes, name, inner)
    }
  }
}

const inner = 'with startTime and stopTime as HH:mm'

function wrongTimes(attributes: Attributes): Fault | undefined {
  const name = ['startTime', 'stopTime'].find(part => !isTime(attributes[part]))
  return name === undefined ? undefined : wrongAttribute(attributes, name, 'a time as HH:mm')
}

function areTimes(value: unknown): boolean {
  const { startTime, stopTime } = recordOf(value)
  return isTime(startTime) && isTime(stopTime)
}

function isTime(value: unknown): boolean {
  return typeof value === 'string' && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value)
}
