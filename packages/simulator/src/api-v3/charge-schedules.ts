// The charge schedules of version 3: make one, remove one. They are read as `charge-chargetimers`.

import { carNow } from '../api/car-now.ts'
import type { SimulatorContext } from '../http/context.ts'
import type { ChargeSchedule } from '../world/car.ts'
import type { Fault } from '../world/fault.ts'
import { randomUuid } from '../world/random-id.ts'
import { carryOut } from './carry-out.ts'
import { attributesOf } from './command-body.ts'
import { errorV3 } from './error.ts'
import { scheduleDocument } from './execution-document.ts'
import { readSchedule, type ScheduleType } from './schedule-table.ts'
import { findCommandedVehicle } from './vehicle-access.ts'

// Approximate: the documentation does not name the permission.
const permission = 'control_charge'

/** POST /v3/vehicles/{id}/charge-schedules/{daily, weekly or workweek}. */
export function createSchedule(c: SimulatorContext, scheduleType: ScheduleType): Response {
  const found = findCommandedVehicle(c, permission)
  if (!found.ok) return found.response
  const read = readSchedule(attributesOf(c.get('body')), scheduleType)
  if (!read.ok) return errorV3(read.fault)
  const { parameters } = read
  const schedule: ChargeSchedule = {
    id: `sched_${randomUuid().replaceAll('-', '')}`,
    scheduleType,
    parameters,
  }
  const { vehicleId } = found.connection
  return carryOut(c, found, { kind: 'add-schedule', schedule }, execution =>
    scheduleDocument(
      vehicleId,
      { action: 'create', scheduleId: schedule.id, scheduleType, parameters },
      execution,
    ),
  )
}

/** DELETE /v3/vehicles/{id}/charge-schedules/{scheduleId}. */
export function deleteSchedule(c: SimulatorContext): Response {
  const found = findCommandedVehicle(c, permission)
  if (!found.ok) return found.response
  const { connection, vehicle } = found
  const { vehicleId } = connection
  const scheduleId = c.req.param('scheduleId') ?? ''
  const schedule = carNow(c.env, vehicleId, vehicle).schedules.find(({ id }) => id === scheduleId)
  if (schedule === undefined) return errorV3(noSchedule)
  const { scheduleType } = schedule
  return carryOut(c, found, { kind: 'remove-schedule', scheduleId }, execution =>
    scheduleDocument(vehicleId, { action: 'delete', scheduleId, scheduleType }, execution),
  )
}

// The code is approximate.
const noSchedule: Fault = {
  type: 'RESOURCE_NOT_FOUND',
  code: 'SCHEDULE_NOT_FOUND',
  description: 'The vehicle has no charge schedule with this id.',
}
