// The charge schedules of version 3.

import { textAt } from './read-json.ts'

/** When a car may charge, as times of the day `HH:mm`. */
export type ChargeWindow = {
  /** When charging may begin. In which time zone is not documented. */
  readonly startTime: string
  /** When it has to end; earlier than the beginning means the next day. */
  readonly stopTime: string
}

/** Where a schedule holds. */
export type SchedulePlace = {
  /** Degrees north. */
  readonly latitude: number
  /** Degrees east. */
  readonly longitude: number
}

/** A charge schedule. How the provider names the days within is not documented: they are sent as given. */
export type ChargeSchedule = {
  /** Where it holds. */
  readonly location: SchedulePlace
} & (
  | ({
      /** The same window every day. */
      readonly type: 'daily'
    } & ChargeWindow)
  | {
      /** A window for each day that is named. */
      readonly type: 'weekly'
      /** The windows by day. */
      readonly days: Readonly<Record<string, ChargeWindow>>
    }
  | {
      /** One window for the days of work, and one for the others. */
      readonly type: 'workweek'
      /** The window on weekdays. */
      readonly weekdays: ChargeWindow
      /** The window on weekends. */
      readonly weekends: ChargeWindow
    }
)

/** Says what is wrong with a schedule, if anything, before it is sent. */
export function wrongSchedule(schedule: ChargeSchedule): string | undefined {
  const isTimed = windowsOf(schedule).every(({ startTime, stopTime }) =>
    [startTime, stopTime].every(time => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time)),
  )
  if (isTimed) return undefined
  return 'A time of the charge schedule is not HH:mm, so the provider would refuse it. Write it like “22:00”.'
}

function windowsOf(schedule: ChargeSchedule): readonly ChargeWindow[] {
  if (schedule.type === 'daily') return [schedule]
  if (schedule.type === 'weekly') return Object.values(schedule.days)
  return [schedule.weekdays, schedule.weekends]
}

/** The id of a schedule that was made; `undefined` where the answer has none. */
export function scheduleIdOf(answer: unknown): string | undefined {
  return textAt(answer, 'data', 'attributes', 'scheduleId')
}
