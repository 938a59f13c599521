// What signals are made of. Units are open: read `unit`, it is not always there.

/** The shapes of signals' bodies, by name. A name ending with `?` may be missing. */
export const signalBodies = {
  /** A number. The unit is missing where the number needs none, such as minutes and counts. */
  measured: { value: 'number', 'unit?': 'text' },
  /** A word or a name. Compare without regard to case: both were seen. */
  text: { value: 'text' },
  /** Several of them. */
  texts: { values: ['text'] },
  /** Yes or no. */
  flag: { value: 'boolean' },
  /** Something that opens. */
  opening: { 'isOpen?': 'boolean' },
  /** Something that opens and locks. */
  lockable: { 'isOpen?': 'boolean', 'isLocked?': 'boolean' },
  /** The windows; row 0 is in front, column 0 is left. */
  windows: {
    values: [{ row: 'number', column: 'number', 'isOpen?': 'boolean' }],
    'rowCount?': 'number',
    'columnCount?': 'number',
  },
  /** The doors; row 0 is in front, column 0 is left. */
  doors: {
    values: [{ row: 'number', column: 'number', 'isOpen?': 'boolean', 'isLocked?': 'boolean' }],
    'rowCount?': 'number',
    'columnCount?': 'number',
  },
  /** The tires. Numbers near 258 came with the unit `bar`, so show the unit and convert nothing. */
  tires: {
    values: [{ row: 'number', column: 'number', tirePressure: 'number' }],
    'rowCount?': 'number',
    'columnCount?': 'number',
    'unit?': 'text',
  },
  /** Charge limits; `activeLimit` is the one that holds now, from 0 to 100. */
  chargeLimits: {
    values: [
      {
        type: 'text',
        limit: 'number',
        'condition?': {
          'name?': 'text',
          'address?': 'text',
          'latitude?': 'number',
          'longitude?': 'number',
          'connectorType?': 'text',
        },
      },
    ],
    'activeLimit?': 'number',
    'unit?': 'text',
  },
  /** What was charged before. */
  chargeRecords: {
    values: [
      {
        'id?': 'text',
        'cost?': { 'currency?': 'text', 'energyAmount?': 'number', 'otherAmount?': 'number' },
        'startTime?': 'text',
        'endTime?': 'text',
        'location?': {
          'name?': 'text',
          'address?': 'text',
          'latitude?': 'number',
          'longitude?': 'number',
        },
        'energyAdded?': 'number',
        'connectorType?': 'text',
        'chargingType?': 'text',
        'isPublicCharger?': 'boolean',
        'startStateOfCharge?': 'number',
        'endStateOfCharge?': 'number',
      },
    ],
  },
  /** When the car charges by itself. A schedule of an application has `scheduleId`. */
  chargeTimers: {
    values: [
      {
        'type?': 'text',
        'schedules?': [{ 'start?': 'text', 'end?': 'text', 'days?': ['text'] }],
        'departureTimers?': [{ 'time?': 'text', 'days?': ['text'] }],
        'isOEMOptimizationEnabled?': 'boolean',
        'scheduleType?': 'text',
        'scheduleId?': 'text',
      },
    ],
  },
  /** How a part of the car is: `OK` or `ALERT`. */
  system: { status: 'text', 'description?': 'text' },
  /** Diagnostic trouble codes. */
  troubleCodes: {
    values: [{ code: 'text', 'timestamp?': 'text' }],
  },
  /** What was done in workshops. */
  serviceRecords: {
    values: [
      {
        'id?': 'text',
        'cost?': { 'amount?': 'number', 'currency?': 'text' },
        'time?': 'text',
        'tasks?': [{ 'id?': 'text', 'description?': 'text' }],
        'details?': [{ 'id?': 'text', 'description?': 'text' }],
        'odometer?': 'number',
      },
    ],
  },
  /** Where the car is; `locationType` is `CURRENT` or `LAST_PARKED`. */
  place: {
    latitude: 'number',
    longitude: 'number',
    'heading?': 'number',
    'direction?': 'text',
    'locationType?': 'text',
  },
  /** The distance that the charge is good for. */
  batteryRange: {
    value: 'number',
    'type?': 'text',
    'additionalValues?': [{ type: 'text', value: 'number' }],
    'unit?': 'text',
  },
  /** What the battery holds when new. There is no `value`. */
  nominalCapacity: {
    'capacity?': 'number',
    'source?': 'text',
    'availableCapacities?': [{ capacity: 'number', 'description?': 'text' }],
    'unit?': 'text',
  },
  /** The mode that the driver chose. */
  driveMode: {
    'canonical?': 'text',
    'oemDisplayName?': 'text',
  },
} as const
