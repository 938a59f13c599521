// The permissions that Smartcar documents. `smartcar-connect` has the same list; a test compares them.

/** Every permission known when this version was made, in alphabetical order. */
export const permissionNames = [
  'control_charge',
  'control_climate',
  'control_navigation',
  'control_pin',
  'control_security',
  'control_trunk',
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
] as const

/** A permission that this version knows. */
type KnownPermission = (typeof permissionNames)[number]

/** A permission, such as `read_odometer`. Any text is one; the known ones are suggested. */
export type Permission = KnownPermission | (string & {})

/** A permission that is asked for. With `required:` in front, nobody can connect without granting it. */
export type Scope = Permission | `required:${KnownPermission}`
