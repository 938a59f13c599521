// What came of a command, as version 3 writes it down.

import type { Fields } from '../http/json-fields.ts'
import { randomUuid } from '../world/random-id.ts'

/** A command that was carried out. */
export type Execution = {
  /** When it began, in milliseconds since 1970. */
  readonly executedAtMs: number
  /** How long it took, in whole seconds. */
  readonly durationInSeconds: number
  /** Whether the answer waited for the vehicle; `async` for a streamed one is approximate. */
  readonly executionMode: 'sync' | 'async'
}

/** The document of a command, such as `charge-set-limit`. */
export function commandDocument(
  commandType: string,
  execution: Execution,
  parameters: Fields | undefined,
): unknown {
  return {
    data: {
      id: executionId(),
      type: 'command-execution',
      attributes: {
        commandType,
        status: { value: 'SUCCESS' },
        executionMode: execution.executionMode,
        ...(parameters !== undefined && { parameters }),
      },
      meta: executionMeta(execution),
    },
  }
}

/** A schedule that was made or removed. Removing is approximate: only making is documented. */
export type ScheduleChange = {
  readonly action: 'create' | 'delete'
  readonly scheduleId: string
  readonly scheduleType: string
  readonly parameters?: Fields
}

/** The document of a schedule. */
export function scheduleDocument(
  vehicleId: string,
  { action, scheduleId, scheduleType, parameters }: ScheduleChange,
  execution: Execution,
): unknown {
  return {
    data: {
      id: executionId(),
      type: 'charge-schedule-execution',
      attributes: {
        action,
        scheduleType,
        status: { value: 'SUCCESS' },
        executionMode: execution.executionMode,
        scheduleId,
        ...(parameters !== undefined && { parameters }),
      },
      // The only relative link of version 3.
      links: { schedule: `/vehicles/${vehicleId}/charge-schedules/${scheduleId}` },
      meta: executionMeta(execution),
    },
  }
}

function executionMeta({ executedAtMs, durationInSeconds }: Execution): unknown {
  return {
    executedAt: withoutMs(executedAtMs),
    completedAt: withoutMs(executedAtMs + durationInSeconds * 1000),
    durationInSeconds,
  }
}

function executionId(): string {
  return `exec_${randomUuid().replaceAll('-', '')}`
}

function withoutMs(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z')
}
