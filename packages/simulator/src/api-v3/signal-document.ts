// A signal as version 3 writes it down.

import type { StoredSignal } from '../api/stored-signals.ts'
import type { SimulatorContext } from '../http/context.ts'
import { addressV3 } from './answer.ts'
import { titleOf } from './title.ts'

/**
 * The resource of a signal.
 *
 * @param isOlderForm whether times are numbers, as the official SDKs describe them.
 */
export function signalDocument(
  c: SimulatorContext,
  vehicleId: string,
  stored: StoredSignal,
  isOlderForm: boolean,
): unknown {
  const { code, name, group } = stored.signal
  const { error, body, ingestedAtMs, retrievedAtMs, oemUpdatedAtMs } = stored
  function time(ms: number): string | number {
    return isOlderForm ? ms : new Date(ms).toISOString()
  }
  return {
    id: code,
    type: 'signal',
    attributes: {
      code,
      name,
      group,
      status:
        error === undefined ? { value: 'SUCCESS' } : { value: 'ERROR', error: signalError(error) },
      ...(body !== undefined && { body }),
    },
    meta: {
      ingestedAt: time(ingestedAtMs),
      ...(retrievedAtMs !== undefined && { retrievedAt: time(retrievedAtMs) }),
      ...(oemUpdatedAtMs !== undefined && { oemUpdatedAt: time(oemUpdatedAtMs) }),
    },
    links: { self: addressV3(c, `/vehicles/${vehicleId}/signals/${code}`) },
  }
}

const details: Readonly<Record<string, string>> = {
  NOT_CHARGING: 'The vehicle is not charging; the value is the last one that was known.',
  VEHICLE_NOT_CAPABLE: 'The vehicle has no part that could tell.',
  UNKNOWN: 'The permission for this signal was not granted.',
}

function signalError({ type, code }: NonNullable<StoredSignal['error']>): unknown {
  return {
    type,
    code,
    title: titleOf(code),
    detail: details[code] ?? 'The vehicle gave no value.',
    // Recorded: a constant that says this about itself.
    description: 'This field is deprecated. Read detail in its place.',
    resolution: { type: type === 'PERMISSION' ? 'REAUTHENTICATE' : 'UNKNOWN_RESOLUTION_TYPE' },
  }
}
