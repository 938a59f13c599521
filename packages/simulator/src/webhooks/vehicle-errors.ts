// The errors of a vehicle that its webhooks are told about.

import { docUrl } from '../api/doc-url.ts'
import type { StoredSignal } from '../api/stored-signals.ts'
import { userMessageOf } from '../api/user-message.ts'
import type { VehicleErrorDetail } from '../memory/webhook.ts'
import type { Fault, FaultType } from '../world/fault.ts'

/** The errors that hold now, by type and code. */
export type VehicleErrors = Readonly<Record<string, VehicleErrorDetail>>

// @see https://smartcar.com/docs/api-reference/webhooks/events/vehicle-error
const toldTypes: readonly FaultType[] = [
  'CONNECTED_SERVICES_ACCOUNT',
  'VEHICLE_STATE',
  'COMPATIBILITY',
  'PERMISSION',
]

/** The error of a whole connection, where it is of a kind that webhooks tell. */
export function connectionErrors(fault: Fault): VehicleErrors {
  const { type, code = null, description, resolution } = fault
  if (!toldTypes.includes(type)) return {}
  const message = userMessageOf(fault)
  return {
    [`${type} ${code}`]: {
      type,
      code,
      description,
      docURL: docUrl(type, code, 2),
      resolution: resolution ?? { type: null },
      ...(message !== undefined && { suggestedUserMessage: message }),
    },
  }
}

/**
 * The errors of single signals that the webhook asks for by name. That only such signals raise them,
 * and only with these two types, is a guess: with all 93 every vehicle lacks some.
 */
export function signalErrors(stored: readonly StoredSignal[]): VehicleErrors {
  const found = new Map<string, VehicleErrorDetail & { signals: unknown[] }>()
  for (const { signal, error } of stored) {
    const kind = error && kinds[error.type]
    if (error === undefined || kind === undefined) continue
    const code = error.type === 'PERMISSION' ? null : error.code
    const key = `${error.type} ${code}`
    const { name, group } = signal
    const told = { name, group, code: signal.code }
    const earlier = found.get(key)
    if (earlier !== undefined) earlier.signals.push(told)
    else {
      const docURL = docUrl(error.type, code, 2)
      found.set(key, { type: error.type, code, ...kind, docURL, signals: [told] })
    }
  }
  return Object.fromEntries(found)
}

const kinds: Readonly<
  Record<string, { description: string; resolution: { type: string | null } }>
> = {
  PERMISSION: {
    description: 'The person did not grant the permission that these signals need.',
    resolution: { type: 'REAUTHENTICATE' },
  },
  COMPATIBILITY: {
    description: 'The vehicle has no part that could tell these signals.',
    resolution: { type: null },
  },
}
