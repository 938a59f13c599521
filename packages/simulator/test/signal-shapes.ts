// The bodies of the 93 signals of version 3, as an answer or a webhook carries them.

import {
  between,
  boolean,
  integer,
  isoTime,
  listOf,
  matching,
  nullable,
  number,
  oneOf,
  type Shape,
  type ShapeFields,
  text,
  uuid,
} from './shape.ts'

const percent = between(0, 100)

function value(shape: Shape): ShapeFields {
  return { value: shape }
}

function quantity(shape: Shape, unit: string): ShapeFields {
  return { value: shape, unit }
}

function table(fields: ShapeFields): ShapeFields {
  return {
    values: listOf({ row: oneOf(0, 1), column: oneOf(0, 1), ...fields }),
    rowCount: 2,
    columnCount: 2,
  }
}

const place = { latitude: between(-90, 90), longitude: between(-180, 180) }
const lid = { isOpen: nullable(boolean), isLocked: nullable(boolean) }
const yesOrNo = value(boolean)
const celsius = quantity(between(-40, 60), 'celsius')

// Documented, not recorded: the fields and the two words.
const status = { status: oneOf('OK', 'ALERT'), description: nullable(text) }

/** The body of each signal, by its code. */
export const signalShapes: Readonly<Record<string, Shape>> = {
  // Recorded with "ampere"; the documentation writes "amps".
  'charge-amperage': quantity(number, 'ampere'),
  'charge-amperagemax': quantity(number, 'ampere'),
  'charge-amperagerequested': quantity(number, 'ampere'),
  // Recorded.
  'charge-chargelimits': {
    values: listOf({
      type: oneOf('GLOBAL', 'LOCATION', 'CONNECTOR', 'CHARGING_TYPE'),
      limit: between(50, 100),
      condition: null,
    }),
    activeLimit: nullable(between(50, 100)),
    unit: 'percent',
  },
  // Recorded in lower case; the documentation has upper case.
  'charge-chargeportstatuscolor': value('green'),
  // Recorded.
  'charge-chargerate': quantity(number, 'km/h'),
  // Documented. Whether `connectorType` and `chargingType` come together is not known.
  'charge-chargerecords': {
    values: listOf({
      id: uuid,
      cost: { currency: 'USD', energyAmount: number, otherAmount: number },
      startTime: isoTime,
      endTime: isoTime,
      location: { name: text, address: nullable(text), ...place },
      energyAdded: number,
      connectorType: text,
      chargingType: text,
      isPublicCharger: boolean,
      startStateOfCharge: percent,
      endStateOfCharge: percent,
    }),
  },
  // Documented.
  'charge-chargerphases': quantity(integer, 'count'),
  // Documented, but for what is in `condition`.
  'charge-chargetimers': {
    values: listOf({
      type: 'LOCATION',
      condition: {
        name: nullable(text),
        address: nullable(text),
        latitude: nullable(place.latitude),
        longitude: nullable(place.longitude),
      },
      schedules: listOf({
        start: matching(/^\d\d:\d\d$/),
        end: nullable(matching(/^\d\d:\d\d$/)),
        days: listOf(matching(/^[A-Z]+DAY$/)),
      }),
      departureTimers: listOf({ time: text, days: listOf(text) }),
      isOEMOptimizationEnabled: boolean,
      scheduleType: oneOf('DAILY', 'WEEKLY', 'WORKWEEK'),
      scheduleId: matching(/^sched_/),
    }),
  },
  // "J1772" and "CCS" are documented, "invalid" is recorded.
  'charge-chargingconnectortype': value(oneOf('J1772', 'CCS', 'invalid')),
  'charge-fastchargertype': value(oneOf('J1772', 'CCS', 'invalid')),
  // Recorded.
  'charge-detailedchargingstatus': value(oneOf('CHARGING', 'NOT_CHARGING', 'FULLY_CHARGED')),
  'charge-energyadded': quantity(number, 'kWh'),
  'charge-ischarging': yesOrNo,
  'charge-ischargingcableconnected': yesOrNo,
  'charge-ischargingcablelatched': yesOrNo,
  'charge-ischargingportflapopen': yesOrNo,
  'charge-isfastchargerpresent': yesOrNo,
  // Recorded: minutes without a unit.
  'charge-timetocomplete': value(integer),
  // Recorded.
  'charge-voltage': quantity(number, 'volts'),
  'charge-wattage': quantity(number, 'watts'),
  // Documented.
  'climate-externaltemperature': celsius,
  'climate-internaltemperature': celsius,
  // Recorded.
  'closure-doors': table({ isOpen: boolean, isLocked: boolean }),
  'closure-windows': table({ isOpen: boolean }),
  'closure-enginecover': { isOpen: nullable(boolean) },
  'closure-sunroof': { isOpen: nullable(boolean) },
  // `isOpen` is recorded, `isLocked` documented.
  'closure-fronttrunk': lid,
  'closure-reartrunk': lid,
  'closure-tailgate': lid,
  'closure-islocked': yesOrNo,
  // Recorded.
  'connectivitysoftware-currentfirmwareversion': value(text),
  'connectivitystatus-isasleep': yesOrNo,
  'connectivitystatus-isdigitalkeypaired': yesOrNo,
  'connectivitystatus-isonline': yesOrNo,
  'diagnostics-abs': status,
  'diagnostics-activesafety': status,
  'diagnostics-airbag': status,
  'diagnostics-brakefluid': status,
  'diagnostics-driverassistance': status,
  'diagnostics-emissions': status,
  'diagnostics-evbatteryconditioning': status,
  'diagnostics-evcharging': status,
  'diagnostics-evdriveunit': status,
  'diagnostics-evhvbattery': status,
  'diagnostics-lighting': status,
  'diagnostics-mil': status,
  'diagnostics-oillife': status,
  'diagnostics-oilpressure': status,
  'diagnostics-oiltemperature': status,
  'diagnostics-telematics': status,
  'diagnostics-tirepressure': status,
  'diagnostics-tirepressuremonitoring': status,
  'diagnostics-transmission': status,
  'diagnostics-washerfluid': status,
  'diagnostics-waterinfuel': status,
  // Documented; that the time is text and not a number is a guess.
  'diagnostics-dtccount': quantity(integer, 'count'),
  'diagnostics-dtclist': {
    values: listOf({ code: matching(/^[BCPU][\dA-F]{4}$/), timestamp: isoTime }),
  },
  // Documented.
  'hvac-cabintargettemperature': celsius,
  'hvac-iscabinhvacactive': yesOrNo,
  'hvac-isfrontdefrosteractive': yesOrNo,
  'hvac-isreardefrosteractive': yesOrNo,
  'hvac-issteeringheateractive': yesOrNo,
  'internalcombustionengine-fuellevel': quantity(percent, 'percent'),
  'internalcombustionengine-amountremaining': quantity(number, 'liters'),
  'internalcombustionengine-range': quantity(number, 'km'),
  'internalcombustionengine-oillife': quantity(percent, 'percent'),
  // Recorded.
  'location-preciselocation': {
    ...place,
    heading: between(0, 359),
    direction: oneOf('N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW'),
    locationType: oneOf('CURRENT', 'LAST_PARKED'),
  },
  // Documented.
  'location-isathome': yesOrNo,
  // The charge is recorded, the status documented.
  'lowvoltagebattery-stateofcharge': quantity(percent, 'percent'),
  'lowvoltagebattery-status': value(oneOf('GOOD', 'WARN', 'BAD')),
  // Documented.
  'motion-currentspeed': quantity(between(0, 200), 'kph'),
  // Recorded.
  'odometer-traveleddistance': quantity(number, 'km'),
  // Documented; that the time is text is a guess.
  'service-isinservice': yesOrNo,
  'service-records': {
    values: listOf({
      id: uuid,
      cost: { amount: number, currency: 'USD' },
      time: isoTime,
      tasks: listOf({ id: text, description: text }),
      details: listOf({ id: text, description: text }),
      odometer: number,
    }),
  },
  // Documented.
  'surveillance-brand': value(text),
  'surveillance-isenabled': yesOrNo,
  // Recorded.
  'tractionbattery-stateofcharge': quantity(percent, 'percent'),
  'tractionbattery-range': {
    value: number,
    type: 'DEFAULT',
    additionalValues: listOf({
      type: oneOf('IDEAL_CONDITIONS', 'ESTIMATED', 'RATED'),
      value: number,
    }),
    unit: 'km',
  },
  'tractionbattery-nominalcapacity': {
    capacity: number,
    source: oneOf('SMARTCAR', 'USER_SELECTED'),
    availableCapacities: listOf({ capacity: number, description: nullable(text) }),
    unit: 'kWh',
  },
  // Documented.
  'tractionbattery-isheateractive': yesOrNo,
  'tractionbattery-maxrangechargecounter': quantity(integer, 'count'),
  'transmission-gearstate': value(oneOf('PARK', 'DRIVE', 'REVERSE', 'NEUTRAL')),
  'transmission-drivemode': { canonical: text, oemDisplayName: text },
  // Recorded.
  'vehicleidentification-vin': value(matching(/^[A-HJ-NPR-Z\d]{17}$/)),
  // At least one of these is recorded, which one is not known.
  'vehicleidentification-exteriorcolor': value(text),
  'vehicleidentification-nickname': value(text),
  'vehicleidentification-trim': value(text),
  'vehicleidentification-packages': { values: listOf(text) },
  // Documented.
  'vehicleuseraccount-role': value(text),
  'vehicleuseraccount-permissions': { values: listOf(text) },
  // Recorded, with numbers near 258 beside the unit bar.
  'wheel-tires': { ...table({ tirePressure: between(170, 270) }), unit: 'bar' },
  // Documented.
  'wheel-style': value(text),
}
