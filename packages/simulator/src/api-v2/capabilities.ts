// What cars can do before anybody connects them.

import type { Brand } from '../world/brands.ts'
import type { Powertrain } from '../world/models/model.ts'
import { vehicleCommands } from './vehicle-commands.ts'
import { vehicleEndpoints } from './vehicle-endpoints.ts'
import type { VinCar } from './vin-car.ts'

// Official suites ask for the cases marked so. The rules between them are approximate: the provider's
// own come from data about every model.

/** Why a car cannot do something. */
export type NotCapable = 'VEHICLE_NOT_CAPABLE' | 'SMARTCAR_NOT_CAPABLE'

/** What a car can do with one endpoint. */
export type Capability = {
  /** The permission that was asked about. */
  readonly permission: string
  /** The path below the vehicle. */
  readonly endpoint: string
  /** Whether the car can do it. */
  readonly capable: boolean
  /** Why not. */
  readonly reason: NotCapable | null
}

/** Whether a car can be connected, and what it could do then. */
export type Compatibility = {
  /** Whether it can be connected. */
  readonly compatible: boolean
  /** Why not. */
  readonly reason: 'VEHICLE_NOT_COMPATIBLE' | 'MAKE_NOT_COMPATIBLE' | null
  /** One for each endpoint that the permissions open. */
  readonly capabilities: readonly Capability[]
}

/** The levels that a simulated car can be asked about. */
export const compatibilityLevels = [
  'compatible',
  'phev',
  'incompatible',
  'fuel',
  'dinosaur',
  'bev',
] as const

const needsBattery = new Set(['read_battery', 'read_charge', 'control_charge'])
const needsTank = new Set(['read_fuel', 'read_engine_oil'])
const needsNoModem = new Set(['read_vehicle_info', 'read_vin'])

/** Decides by a VIN. `car` is what it tells, if its maker is known. */
export function compatibilityOf(
  car: VinCar | undefined,
  permissions: readonly string[],
): Compatibility {
  if (car === undefined) return not('MAKE_NOT_COMPATIBLE')
  // Suite: a BMW of 2013 cannot be connected.
  if (car.year < 2015) return not('VEHICLE_NOT_COMPATIBLE')
  return capable(permissions, permission => {
    // Suite: an Audi of 2016 can be connected and tells neither odometer nor location.
    const isOld = car.year < 2017 && car.brand.id !== 'TESLA'
    if (isOld && !needsNoModem.has(permission)) return 'VEHICLE_NOT_CAPABLE'
    return lacking(permission, car.powertrain, car.brand)
  })
}

/** Decides by a level, for simulated cars. */
export function compatibilityAtLevel(
  level: (typeof compatibilityLevels)[number],
  permissions: readonly string[],
): Compatibility {
  switch (level) {
    case 'incompatible':
      return not('VEHICLE_NOT_COMPATIBLE')
    case 'dinosaur':
      return capable(permissions, () => 'VEHICLE_NOT_CAPABLE')
    case 'bev':
      return capable(permissions, permission => lacking(permission, 'BEV'))
    case 'fuel':
      return capable(permissions, permission => lacking(permission, 'ICE'))
    case 'compatible':
    case 'phev':
      return capable(permissions, () => null)
  }
}

/** Why a powertrain of a brand cannot do something. */
export function lacking(
  permission: string,
  powertrain: Powertrain,
  brand?: Brand,
): NotCapable | null {
  if (powertrain === 'ICE' && needsBattery.has(permission)) return 'VEHICLE_NOT_CAPABLE'
  if (powertrain !== 'BEV' || !needsTank.has(permission)) return null
  // Suite: nothing of Tesla has a tank, so it is the provider who has nothing to ask.
  return brand?.id === 'TESLA' ? 'SMARTCAR_NOT_CAPABLE' : 'VEHICLE_NOT_CAPABLE'
}

function not(reason: 'VEHICLE_NOT_COMPATIBLE' | 'MAKE_NOT_COMPATIBLE'): Compatibility {
  return { compatible: false, reason, capabilities: [] }
}

function capable(
  permissions: readonly string[],
  reasonOf: (permission: string) => NotCapable | null,
): Compatibility {
  const capabilities = permissions.flatMap(permission =>
    endpointsOf(permission).map(endpoint => {
      const reason = reasonOf(permission)
      return { permission, endpoint, capable: reason === null, reason }
    }),
  )
  return { compatible: true, reason: null, capabilities }
}

function endpointsOf(permission: string): readonly string[] {
  return [...Object.entries(vehicleEndpoints), ...Object.entries(vehicleCommands)]
    .filter(([, endpoint]) => endpoint.permission === permission)
    .map(([path]) => (path === '' ? '/' : path))
}
