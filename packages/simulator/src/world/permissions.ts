// The permissions an application may ask for, and how a scope parameter is read.

/** The permissions whose names are known. Unknown ones in the same form are accepted too. */
export const permissionNames = [
  'read_alerts',
  'read_battery',
  'read_charge',
  'read_charge_events',
  'read_charge_locations',
  'read_charge_records',
  'read_climate',
  'read_compass',
  'read_diagnostics',
  'read_engine_oil',
  'read_extended_vehicle_info',
  'read_fuel',
  'read_location',
  'read_odometer',
  'read_security',
  'read_service_history',
  'read_speedometer',
  'read_thermometer',
  'read_tires',
  'read_user_profile',
  'read_vehicle_info',
  'read_vin',
  'control_charge',
  'control_climate',
  'control_navigation',
  'control_pin',
  'control_security',
  'control_trunk',
] as const

/** A permission whose name is known. */
export type PermissionName = (typeof permissionNames)[number]

/** One permission of a request. A required one cannot be declined on its own. */
export type RequestedPermission = {
  /** The name, without `required:`. */
  readonly name: string
  /** Whether it stood behind `required:`. */
  readonly required: boolean
}

/** The permissions of a scope parameter, or the first name that is not one. */
export type ParsedScope =
  | { readonly ok: true; readonly permissions: readonly RequestedPermission[] }
  | { readonly ok: false; readonly unknown: string }

/**
 * Reads a space-separated scope. The provider adds names over time, so any `read_…` or
 * `control_…` passes. A name that stands there twice
 * counts once, as required if one of the two is.
 */
export function parseScope(scope: string): ParsedScope {
  const permissions = new Map<string, RequestedPermission>()
  for (const item of scope.split(' ')) {
    if (item === '') continue
    const required = item.startsWith('required:')
    const name = required ? item.slice('required:'.length) : item
    if (!/^(?:read|control)_[a-z]+(?:_[a-z]+)*$/.test(name)) return { ok: false, unknown: item }
    const earlier = permissions.get(name)
    permissions.set(name, { name, required: required || earlier?.required === true })
  }
  return { ok: true, permissions: [...permissions.values()] }
}
