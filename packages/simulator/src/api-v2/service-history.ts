// GET /service/history: what was done to a vehicle in workshops.

import type { Fault } from '../world/fault.ts'
import type { Readings } from '../world/readings.ts'
import { validationFault } from './faults.ts'
import type { Units } from './units.ts'

const dayMs = 86_400_000
const dateForm = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d{1,3})?Z)?$/

/** What is wrong with `start_date` and `end_date`: a day, or a time in UTC. */
export function periodFault(query: URLSearchParams): Fault | undefined {
  const wrong = ['start_date', 'end_date'].find(name => {
    const date = query.get(name)
    return date !== null && !(dateForm.test(date) && Number.isFinite(Date.parse(date)))
  })
  return wrong === undefined ? undefined : validationFault(wrong, 'Field must be a date')
}

/** The records of a period, oldest first; of the year before its end if no start is given. */
export function serviceHistory(
  { services }: Readings,
  units: Units,
  query: URLSearchParams,
  nowMs: number,
): readonly unknown[] | undefined {
  const end = query.get('end_date')
  // A day is meant to its end.
  const endMs = end === null ? nowMs : Date.parse(end) + (end.includes('T') ? 0 : dayMs - 1)
  const start = query.get('start_date')
  const startMs = start === null ? endMs - 365 * dayMs : Date.parse(start)
  return services
    ?.filter(({ atMs }) => atMs >= startMs && atMs <= endMs)
    .map(({ atMs, odometerKm, costUsd, tasks }) => ({
      // Docs allow null, and official SDKs differ on whether an id is text or a number.
      serviceId: null,
      serviceDate: new Date(atMs).toISOString(),
      odometerDistance: units.distance(odometerKm),
      serviceTasks: tasks.map((taskDescription, at) => ({
        taskId: String(at + 1),
        taskDescription,
      })),
      // Docs have a list, the official SDKs one object.
      serviceDetails: [{ type: 'dealership', value: null }],
      serviceCost: { totalCost: costUsd, currency: 'USD' },
    }))
}
