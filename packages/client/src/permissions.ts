// The catalogue of Smartcar permissions, in people's words.

/** The permissions known when this version was made. */
export type PermissionName =
  | 'control_charge'
  | 'control_climate'
  | 'control_navigation'
  | 'control_pin'
  | 'control_security'
  | 'control_trunk'
  | 'read_alerts'
  | 'read_battery'
  | 'read_charge'
  | 'read_charge_events'
  | 'read_charge_locations'
  | 'read_charge_records'
  | 'read_climate'
  | 'read_compass'
  | 'read_diagnostics'
  | 'read_engine_oil'
  | 'read_extended_vehicle_info'
  | 'read_fuel'
  | 'read_location'
  | 'read_odometer'
  | 'read_security'
  | 'read_service_history'
  | 'read_speedometer'
  | 'read_thermometer'
  | 'read_tires'
  | 'read_user_profile'
  | 'read_vehicle_info'
  | 'read_vin'

/**
 * One entry of the `scope` option: a permission, optional by default, or `required:` when the
 * connection is of no use without it. Open to names newer than this version.
 */
export type Scope = PermissionName | `required:${PermissionName}` | (string & {})

/** What a permission is called and what it lets an app do. */
export type PermissionInfo = {
  name: PermissionName
  access: 'read' | 'control'
  title: string
  description: string
}

function read(name: PermissionName, title: string, description: string): PermissionInfo {
  return { name, access: 'read', title, description }
}

function control(name: PermissionName, title: string, description: string): PermissionInfo {
  return { name, access: 'control', title, description }
}

/**
 * Every permission with its title and description, read before control, in alphabetical order.
 * Ask for as little as the feature needs.
 */
export const permissions: readonly PermissionInfo[] = /* @__PURE__ */ [
  read('read_alerts', 'Alerts', 'Warnings the car is showing'),
  read('read_battery', 'Battery', 'How full the battery is and how far it reaches'),
  read('read_charge', 'Charging', 'Whether the car is plugged in and charging'),
  read('read_charge_events', 'Charging events', 'When charging starts and stops'),
  read('read_charge_locations', 'Charging places', 'Where the car charges and the settings there'),
  read('read_charge_records', 'Charging history', 'Past charging sessions'),
  read('read_climate', 'Climate', 'Heating, cooling and what they are set to'),
  read('read_compass', 'Compass', 'Which way the car is facing'),
  read('read_diagnostics', 'Diagnostics', 'Trouble codes and the health of the car’s systems'),
  read('read_engine_oil', 'Engine oil', 'How much life the oil has left'),
  read(
    'read_extended_vehicle_info',
    'Extended details',
    'Trim, equipment and other specifications',
  ),
  read('read_fuel', 'Fuel', 'How full the tank is and how far it reaches'),
  read('read_location', 'Location', 'Where the car is'),
  read('read_odometer', 'Odometer', 'How far the car has been driven in total'),
  read('read_security', 'Locks', 'Whether doors, windows and boot are open or locked'),
  read('read_service_history', 'Service history', 'Past services and repairs'),
  read('read_speedometer', 'Speed', 'How fast the car is going'),
  read('read_thermometer', 'Temperature', 'Temperatures measured inside and outside'),
  read('read_tires', 'Tyres', 'Tyre pressures'),
  read('read_user_profile', 'Your profile', 'Your details in the carmaker’s account'),
  read('read_vehicle_info', 'Basic details', 'Make, model and year'),
  read('read_vin', 'VIN', 'The vehicle identification number'),
  control('control_charge', 'Control charging', 'Start and stop charging, set its limit'),
  control('control_climate', 'Control climate', 'Start and stop heating and cooling'),
  control('control_navigation', 'Send a destination', 'Put a destination into the navigation'),
  control('control_pin', 'Control PIN', 'Set or clear the PINs that protect the car'),
  control('control_security', 'Lock and unlock', 'Lock and unlock the doors'),
  control('control_trunk', 'Open the boot', 'Open and close boot and bonnet'),
]
