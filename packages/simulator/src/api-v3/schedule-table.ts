// The charge schedules of version 3: what comes with one.

import { type Fields, fieldsOf } from '../http/json-fields.ts'
import type { ChargeSchedule } from '../world/car.ts'
import type { Fault } from '../world/fault.ts'
import { placeOf, wrongAttribute } from './command-body.ts'

/** How the days of a schedule are told apart. */
export type ScheduleType = ChargeSchedule['scheduleType']

/** The last part of the path, by type. */
export const schedulePaths: Readonly<Record<string, ScheduleType>> = {
  daily: 'DAILY',
  weekly: 'WEEKLY',
  workweek: 'WORKWEEK',
}

/** What a schedule consists of, and nothing else that came with it; or what is wrong. */
export type ReadSchedule =
  | { readonly ok: true; readonly parameters: Fields }
  | { readonly ok: false; readonly fault: Fault }

/** When charging begins and ends on a day. */
type Times = { readonly startTime: string; readonly stopTime: string }

/**
 * Reads the attributes of a schedule. The insides of `days`, `weekdays` and `weekends` are
 * approximate, and so are the letters of the days.
 */
export function readSchedule(attributes: Fields, scheduleType: ScheduleType): ReadSchedule {
  const location = placeOf(attributes.location)
  if (location === undefined) {
    return refuse(attributes, 'location', 'an object with latitude and longitude')
  }
  switch (scheduleType) {
    case 'DAILY': {
      const times = timesOf(attributes)
      if (times !== undefined) return { ok: true, parameters: { location, ...times } }
      const name = isTime(attributes.startTime) ? 'stopTime' : 'startTime'
      return refuse(attributes, name, 'a time as HH:mm')
    }
    case 'WEEKLY': {
      const days = daysOf(attributes.days)
      if (days !== undefined) return { ok: true, parameters: { location, days } }
      return refuse(attributes, 'days', `days of the week ${inner}`)
    }
    case 'WORKWEEK': {
      const [weekdays, weekends] = [timesOf(attributes.weekdays), timesOf(attributes.weekends)]
      if (weekdays === undefined) return refuse(attributes, 'weekdays', `an object ${inner}`)
      if (weekends === undefined) return refuse(attributes, 'weekends', `an object ${inner}`)
      return { ok: true, parameters: { location, weekdays, weekends } }
    }
  }
}

const inner = 'with startTime and stopTime as HH:mm'
const weekday = /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/i

function refuse(attributes: Fields, name: string, must: string): ReadSchedule {
  return { ok: false, fault: wrongAttribute(attributes, name, must) }
}

function daysOf(value: unknown): Readonly<Record<string, Times>> | undefined {
  const days = Object.entries(fieldsOf(value))
  const read = days.flatMap(([day, one]): [string, Times][] => {
    const times = weekday.test(day) ? timesOf(one) : undefined
    return times === undefined ? [] : [[day, times]]
  })
  const names = new Set(read.map(([day]) => day.toLowerCase()))
  const isRight = days.length > 0 && names.size === days.length
  return isRight ? Object.fromEntries(read) : undefined
}

function timesOf(value: unknown): Times | undefined {
  const { startTime, stopTime } = fieldsOf(value)
  return isTime(startTime) && isTime(stopTime) ? { startTime, stopTime } : undefined
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value)
}
