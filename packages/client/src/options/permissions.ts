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

/**
 * What a permission is about, for lists that are too long to read through: which car it is and whose
 * (`identity`), where it is and how it is driven (`driving`), the battery, charging and fuel
 * (`charging`), what wears and fails (`condition`), doors, locks and climate (`doors`).
 */
export type PermissionTopic = 'identity' | 'driving' | 'charging' | 'condition' | 'doors'

/** What a permission is called and what it lets an app do. */
export type PermissionInfo = {
  /** Its name in a scope, such as `read_odometer`. */
  name: PermissionName
  /** Whether it lets an app read from the vehicle or control it. */
  access: 'read' | 'control'
  /** What it is about. */
  topic: PermissionTopic
  /**
   * Set where it tells where a person is or who they are, or opens the car. Ask for these only if the
   * feature does not work without them, and say what they are for.
   */
  sensitive?: true
  /** What it is called, in English. */
  title: string
  /** What it lets an app do, in English. */
  description: string
}

/**
 * Every permission with its title and description, read before control, in alphabetical order.
 * Ask for as little as the feature needs.
 */
export const permissions: readonly PermissionInfo[] = [
  {
    name: 'read_alerts',
    access: 'read',
    topic: 'condition',
    title: 'Alerts',
    description: 'Warnings the car is showing',
  },
  {
    name: 'read_battery',
    access: 'read',
    topic: 'charging',
    title: 'Battery',
    description: 'How full the battery is and how far it reaches',
  },
  {
    name: 'read_charge',
    access: 'read',
    topic: 'charging',
    title: 'Charging',
    description: 'Whether the car is plugged in and charging',
  },
  {
    name: 'read_charge_events',
    access: 'read',
    topic: 'charging',
    title: 'Charging events',
    description: 'When charging starts and stops',
  },
  {
    name: 'read_charge_locations',
    access: 'read',
    topic: 'charging',
    sensitive: true,
    title: 'Charging places',
    description: 'Where the car charges and the settings there',
  },
  {
    name: 'read_charge_records',
    access: 'read',
    topic: 'charging',
    title: 'Charging history',
    description: 'Past charging sessions',
  },
  {
    name: 'read_climate',
    access: 'read',
    topic: 'doors',
    title: 'Climate',
    description: 'Heating, cooling and what they are set to',
  },
  {
    name: 'read_compass',
    access: 'read',
    topic: 'driving',
    title: 'Compass',
    description: 'Which way the car is facing',
  },
  {
    name: 'read_diagnostics',
    access: 'read',
    topic: 'condition',
    title: 'Diagnostics',
    description: 'Trouble codes and the health of the car’s systems',
  },
  {
    name: 'read_engine_oil',
    access: 'read',
    topic: 'condition',
    title: 'Engine oil',
    description: 'How much life the oil has left',
  },
  {
    name: 'read_extended_vehicle_info',
    access: 'read',
    topic: 'identity',
    title: 'Extended details',
    description: 'Trim, equipment and other specifications',
  },
  {
    name: 'read_fuel',
    access: 'read',
    topic: 'charging',
    title: 'Fuel',
    description: 'How full the tank is and how far it reaches',
  },
  {
    name: 'read_location',
    access: 'read',
    topic: 'driving',
    sensitive: true,
    title: 'Location',
    description: 'Where the car is',
  },
  {
    name: 'read_odometer',
    access: 'read',
    topic: 'driving',
    title: 'Odometer',
    description: 'How far the car has been driven in total',
  },
  {
    name: 'read_security',
    access: 'read',
    topic: 'doors',
    title: 'Locks',
    description: 'Whether doors, windows and boot are open or locked',
  },
  {
    name: 'read_service_history',
    access: 'read',
    topic: 'condition',
    title: 'Service history',
    description: 'Past services and repairs',
  },
  {
    name: 'read_speedometer',
    access: 'read',
    topic: 'driving',
    title: 'Speed',
    description: 'How fast the car is going',
  },
  {
    name: 'read_thermometer',
    access: 'read',
    topic: 'doors',
    title: 'Temperature',
    description: 'Temperatures measured inside and outside',
  },
  {
    name: 'read_tires',
    access: 'read',
    topic: 'condition',
    title: 'Tyres',
    description: 'Tyre pressures',
  },
  {
    name: 'read_user_profile',
    access: 'read',
    topic: 'identity',
    sensitive: true,
    title: 'Your profile',
    description: 'Your details in the carmaker’s account',
  },
  {
    name: 'read_vehicle_info',
    access: 'read',
    topic: 'identity',
    title: 'Basic details',
    description: 'Make, model and year',
  },
  {
    name: 'read_vin',
    access: 'read',
    topic: 'identity',
    title: 'VIN',
    description: 'The vehicle identification number',
  },
  {
    name: 'control_charge',
    access: 'control',
    topic: 'charging',
    title: 'Control charging',
    description: 'Start and stop charging, set its limit',
  },
  {
    name: 'control_climate',
    access: 'control',
    topic: 'doors',
    title: 'Control climate',
    description: 'Start and stop heating and cooling',
  },
  {
    name: 'control_navigation',
    access: 'control',
    topic: 'driving',
    title: 'Send a destination',
    description: 'Put a destination into the navigation',
  },
  {
    name: 'control_pin',
    access: 'control',
    topic: 'doors',
    sensitive: true,
    title: 'Control PIN',
    description: 'Set or clear the PINs that protect the car',
  },
  {
    name: 'control_security',
    access: 'control',
    topic: 'doors',
    sensitive: true,
    title: 'Lock and unlock',
    description: 'Lock and unlock the doors',
  },
  {
    name: 'control_trunk',
    access: 'control',
    topic: 'doors',
    sensitive: true,
    title: 'Open the boot',
    description: 'Open and close boot and bonnet',
  },
]
