// What the demo asks for in version 3: the backend asks, and the page says so before the click.

/** A car without a name means little to a person. Whether they share the rest is their choice. */
export const liveScope: readonly string[] = [
  'required:read_vehicle_info',
  'read_odometer',
  'read_battery',
  'read_charge',
  'read_security',
  'control_charge',
  'control_security',
]
