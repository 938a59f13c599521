// The catalogue of version 3, held against what is recorded and documented.

import { expect, test } from 'vitest'
import { expectShape } from '../../test/shape.ts'
import { signalShapes } from '../../test/signal-shapes.ts'
import { accountOf } from './account.ts'
import { type Brand, brands, findBrand } from './brands.ts'
import { type Car, carAt, newCar } from './car.ts'
import { commandCar } from './car-commands.ts'
import { readingsOf } from './readings.ts'
import { type Signal, signals } from './signals.ts'
import { makeVin, type Powertrain, type Vehicle, vehicleOf } from './vehicle.ts'

// Codes and names as recorded for 90 of them; the three of Surveillance-Brand and the two beside it
// follow the same rule. A permission with a question mark is a guess.
const catalogue = `
charge-amperage                            Charge                    Amperage                 read_charge
charge-amperagemax                         Charge                    AmperageMax              read_charge
charge-amperagerequested                   Charge                    AmperageRequested        read_charge
charge-chargelimits                        Charge                    ChargeLimits             read_charge
charge-chargeportstatuscolor               Charge                    ChargePortStatusColor    read_charge
charge-chargerate                          Charge                    ChargeRate               read_charge
charge-chargerecords                       Charge                    ChargeRecords            read_charge_records
charge-chargerphases                       Charge                    ChargerPhases            read_charge
charge-chargetimers                        Charge                    ChargeTimers             read_charge
charge-chargingconnectortype               Charge                    ChargingConnectorType    read_charge
charge-detailedchargingstatus              Charge                    DetailedChargingStatus   read_charge
charge-energyadded                         Charge                    EnergyAdded              read_charge
charge-fastchargertype                     Charge                    FastChargerType          read_charge
charge-ischarging                          Charge                    IsCharging               read_charge
charge-ischargingcableconnected            Charge                    IsChargingCableConnected read_charge
charge-ischargingcablelatched              Charge                    IsChargingCableLatched   read_charge
charge-ischargingportflapopen              Charge                    IsChargingPortFlapOpen   read_charge
charge-isfastchargerpresent                Charge                    IsFastChargerPresent     read_charge
charge-timetocomplete                      Charge                    TimeToComplete           read_charge
charge-voltage                             Charge                    Voltage                  read_charge
charge-wattage                             Charge                    Wattage                  read_charge
climate-externaltemperature                Climate                   ExternalTemperature      read_thermometer
climate-internaltemperature                Climate                   InternalTemperature      read_thermometer
closure-doors                              Closure                   Doors                    read_security
closure-enginecover                        Closure                   EngineCover              read_security
closure-fronttrunk                         Closure                   FrontTrunk               read_security
closure-islocked                           Closure                   IsLocked                 read_security
closure-reartrunk                          Closure                   RearTrunk                read_security
closure-sunroof                            Closure                   Sunroof                  read_security
closure-tailgate                           Closure                   Tailgate                 read_security
closure-windows                            Closure                   Windows                  read_security
connectivitysoftware-currentfirmwareversion ConnectivitySoftware     CurrentFirmwareVersion   read_extended_vehicle_info?
connectivitystatus-isasleep                ConnectivityStatus        IsAsleep                 read_vehicle_info?
connectivitystatus-isdigitalkeypaired      ConnectivityStatus        IsDigitalKeyPaired       read_vehicle_info?
connectivitystatus-isonline                ConnectivityStatus        IsOnline                 read_vehicle_info?
diagnostics-abs                            Diagnostics               ABS                      read_diagnostics
diagnostics-activesafety                   Diagnostics               ActiveSafety             read_diagnostics
diagnostics-airbag                         Diagnostics               Airbag                   read_diagnostics
diagnostics-brakefluid                     Diagnostics               BrakeFluid               read_diagnostics
diagnostics-driverassistance               Diagnostics               DriverAssistance         read_diagnostics
diagnostics-dtccount                       Diagnostics               DTCCount                 read_diagnostics
diagnostics-dtclist                        Diagnostics               DTCList                  read_diagnostics
diagnostics-emissions                      Diagnostics               Emissions                read_diagnostics
diagnostics-evbatteryconditioning          Diagnostics               EVBatteryConditioning    read_diagnostics
diagnostics-evcharging                     Diagnostics               EVCharging               read_diagnostics
diagnostics-evdriveunit                    Diagnostics               EVDriveUnit              read_diagnostics
diagnostics-evhvbattery                    Diagnostics               EVHVBattery              read_diagnostics
diagnostics-lighting                       Diagnostics               Lighting                 read_diagnostics
diagnostics-mil                            Diagnostics               MIL                      read_diagnostics
diagnostics-oillife                        Diagnostics               OilLife                  read_diagnostics
diagnostics-oilpressure                    Diagnostics               OilPressure              read_diagnostics
diagnostics-oiltemperature                 Diagnostics               OilTemperature           read_diagnostics
diagnostics-telematics                     Diagnostics               Telematics               read_diagnostics
diagnostics-tirepressure                   Diagnostics               TirePressure             read_diagnostics
diagnostics-tirepressuremonitoring         Diagnostics               TirePressureMonitoring   read_diagnostics
diagnostics-transmission                   Diagnostics               Transmission             read_diagnostics
diagnostics-washerfluid                    Diagnostics               WasherFluid              read_diagnostics
diagnostics-waterinfuel                    Diagnostics               WaterInFuel              read_diagnostics
hvac-cabintargettemperature                HVAC                      CabinTargetTemperature   read_climate
hvac-iscabinhvacactive                     HVAC                      IsCabinHVACActive        read_climate
hvac-isfrontdefrosteractive                HVAC                      IsFrontDefrosterActive   read_climate
hvac-isreardefrosteractive                 HVAC                      IsRearDefrosterActive    read_climate
hvac-issteeringheateractive                HVAC                      IsSteeringHeaterActive   read_climate
internalcombustionengine-amountremaining   InternalCombustionEngine  AmountRemaining          read_fuel
internalcombustionengine-fuellevel         InternalCombustionEngine  FuelLevel                read_fuel
internalcombustionengine-oillife           InternalCombustionEngine  OilLife                  read_engine_oil
internalcombustionengine-range             InternalCombustionEngine  Range                    read_fuel
location-isathome                          Location                  IsAtHome                 read_location?
location-preciselocation                   Location                  PreciseLocation          read_location
lowvoltagebattery-stateofcharge            LowVoltageBattery         StateOfCharge            read_battery?
lowvoltagebattery-status                   LowVoltageBattery         Status                   read_battery?
motion-currentspeed                        Motion                    CurrentSpeed             read_speedometer
odometer-traveleddistance                  Odometer                  TraveledDistance         read_odometer
service-isinservice                        Service                   IsInService              read_service_history
service-records                            Service                   Records                  read_service_history
surveillance-brand                         Surveillance              Brand                    read_extended_vehicle_info?
surveillance-isenabled                     Surveillance              IsEnabled                read_security?
tractionbattery-isheateractive             TractionBattery           IsHeaterActive           read_battery
tractionbattery-maxrangechargecounter      TractionBattery           MaxRangeChargeCounter    read_battery
tractionbattery-nominalcapacity            TractionBattery           NominalCapacity          read_battery
tractionbattery-range                      TractionBattery           Range                    read_battery
tractionbattery-stateofcharge              TractionBattery           StateOfCharge            read_battery
transmission-drivemode                     Transmission              DriveMode                read_extended_vehicle_info?
transmission-gearstate                     Transmission              GearState                read_extended_vehicle_info?
vehicleidentification-exteriorcolor        VehicleIdentification     ExteriorColor            read_extended_vehicle_info?
vehicleidentification-nickname             VehicleIdentification     Nickname                 read_vehicle_info?
vehicleidentification-packages             VehicleIdentification     Packages                 read_extended_vehicle_info?
vehicleidentification-trim                 VehicleIdentification     Trim                     read_extended_vehicle_info?
vehicleidentification-vin                  VehicleIdentification     VIN                      read_vin
vehicleuseraccount-permissions             VehicleUserAccount        Permissions              read_user_profile?
vehicleuseraccount-role                    VehicleUserAccount        Role                     read_user_profile?
wheel-style                                Wheel                     Style                    read_extended_vehicle_info?
wheel-tires                                Wheel                     Tires                    read_tires
`

const now = Date.UTC(2026, 5, 1, 8)
const hourMs = 3_600_000
const kia = findBrand('KIA') as Brand

function vehicleIn(mode: 'live' | 'test', brand: Brand, email = 'me@example.com'): Vehicle {
  const account = accountOf(email, brand, mode)
  const [vehicle] = account.ok ? account.vehicles : []
  if (vehicle === undefined) throw new Error('there is a vehicle')
  return vehicle
}

function read(vehicle: Vehicle, code: string, car: Car = newCar(vehicle, now)) {
  const signal = signals.find(known => known.code === code)
  if (signal === undefined) throw new Error(`there is no signal ${code}`)
  return signal.read({ vehicle, car, readings: readingsOf(vehicle, car) })
}

function answered(vehicle: Vehicle, car: Car = newCar(vehicle, now)): readonly Signal[] {
  return signals.filter(({ code }) => {
    const reading = read(vehicle, code, car)
    return reading.ok || reading.type !== 'COMPATIBILITY'
  })
}

test('has the 93 signals, sorted, under their codes, groups, names and permissions', () => {
  const rows = catalogue
    .trim()
    .split('\n')
    .map(row => row.replace(/\?$/, '').split(/ +/))
  expect(rows).toHaveLength(93)
  expect(
    signals.map(({ code, group, name, permission }) => [code, group, name, permission]),
  ).toEqual(rows)
})

test('the VIN alone never changes', () => {
  expect(signals.filter(({ isStatic }) => isStatic).map(({ code }) => code)).toEqual([
    'vehicleidentification-vin',
  ])
})

test.each(signals.map(({ code }) => [code]))('%s has its body', code => {
  const shape = signalShapes[code]
  if (shape === undefined) throw new Error(`${code} has no shape`)
  for (const brand of brands) {
    const vehicle = vehicleIn('test', brand)
    const atHome = newCar(vehicle, now)
    // A simulated car answers all of them as long as it charges.
    const reading = read(vehicle, code, atHome)
    expect(reading.ok && reading.body).toBeTypeOf('object')
    for (const hours of [0, 12.2, 15, 20.7, 23, 24 * 40]) {
      expectShape(read(vehicle, code, carAt(vehicle, atHome, now + hours * hourMs)).body, shape)
    }
  }
})

const ofCurrent = [
  'charge-amperage',
  'charge-chargeportstatuscolor',
  'charge-chargerate',
  'charge-timetocomplete',
  'charge-voltage',
  'charge-wattage',
]

test('a car that does not charge tells what it knew last of the current, as an error', () => {
  const vehicle = vehicleIn('test', kia)
  const charging = newCar(vehicle, now)
  const away = carAt(vehicle, charging, now + 15 * hourMs)
  const failing = signals.filter(({ code }) => !read(vehicle, code, away).ok)
  expect(failing.map(({ code }) => code)).toEqual(ofCurrent)
  for (const code of ofCurrent.filter(name => name !== 'charge-timetocomplete')) {
    expect(read(vehicle, code, away)).toEqual({
      ok: false,
      type: 'VEHICLE_STATE',
      code: 'NOT_CHARGING',
      body: read(vehicle, code, charging).body,
    })
  }
  expect(read(vehicle, 'charge-timetocomplete', away).body).toEqual({ value: 0 })
})

const notCapable = { ok: false, type: 'COMPATIBILITY', code: 'VEHICLE_NOT_CAPABLE' }

test.each<[Powertrain, RegExp]>([
  ['BEV', /^internalcombustionengine-|^diagnostics-(?:oil|emissions|waterinfuel)/],
  ['ICE', /^tractionbattery-|^charge-|^diagnostics-ev/],
])('a live %s lacks the signals of the other', (powertrain, foreign) => {
  const vehicle = vehicleOf(makeVin(kia, 'me', 1, 'live'), kia, powertrain)
  const told = answered(vehicle).map(({ code }) => code)
  const lacking = signals.map(({ code }) => code).filter(code => !told.includes(code))
  expect(told.filter(code => foreign.test(code))).toEqual([])
  for (const code of lacking.filter(name => foreign.test(name))) {
    expect(read(vehicle, code)).toEqual(notCapable)
  }
  expect(lacking.filter(code => foreign.test(code)).length).toBeGreaterThan(8)
})

test.each(brands.map(brand => [brand.id, brand] as const))(
  'no live %s answers everything',
  (_id, brand) => {
    const account = accountOf('9-vehicles@smartcar.com', brand, 'live')
    for (const vehicle of account.ok ? account.vehicles : []) {
      const codes = answered(vehicle).map(({ code }) => code)
      expect(codes).toEqual(
        expect.arrayContaining([
          'closure-islocked',
          'location-preciselocation',
          'odometer-traveleddistance',
          'vehicleidentification-vin',
          'wheel-tires',
        ]),
      )
      expect(codes.length).toBeLessThan(80)
    }
  },
)

test('makers tell different things', () => {
  const counts = ['TESLA', 'KIA', 'VOLVO', 'NISSAN', 'FIAT', 'BYD'].map(
    id => answered(vehicleIn('live', findBrand(id) as Brand)).length,
  )
  expect(Math.max(...counts)).toBeGreaterThan(45)
  expect(Math.min(...counts)).toBeLessThan(25)
})

test('a maker that tells nothing of the current still tells how the charge goes', () => {
  const codes = answered(vehicleIn('live', findBrand('AUDI') as Brand)).map(({ code }) => code)
  expect(codes.filter(code => code.startsWith('charge-'))).toEqual([
    'charge-chargelimits',
    'charge-chargerate',
    'charge-chargingconnectortype',
    'charge-detailedchargingstatus',
    'charge-ischarging',
    'charge-ischargingcableconnected',
    'charge-ischargingportflapopen',
    'charge-timetocomplete',
  ])
})

test('a battery has ranges beside the usual one', () => {
  const vehicle = vehicleIn('live', kia)
  const car = newCar(vehicle, now)
  const battery = { percent: 50, rangeKm: 200, capacityKwh: 77, fullCharges: 1 }
  const readings = { ...readingsOf(vehicle, car), battery }
  const signal = signals.find(({ code }) => code === 'tractionbattery-range')
  expect(signal?.read({ vehicle, car, readings }).body).toEqual({
    value: 200,
    type: 'DEFAULT',
    additionalValues: [
      { type: 'IDEAL_CONDITIONS', value: 230 },
      { type: 'ESTIMATED', value: 190 },
      { type: 'RATED', value: 216 },
    ],
    unit: 'km',
  })
})

test('a lid that the car lacks is null beside the error', () => {
  const lids = ['closure-fronttrunk', 'closure-reartrunk', 'closure-sunroof', 'closure-tailgate']
  const bodies = new Map<string, unknown>()
  for (let number = 0; number < 40; number += 1) {
    const vehicle = vehicleOf(makeVin(kia, 'lids', number, 'live'), kia)
    for (const code of lids) {
      const reading = read(vehicle, code)
      if (!reading.ok) bodies.set(code, reading)
    }
  }
  const lid = { isOpen: null, isLocked: null }
  expect([...bodies].sort()).toEqual([
    ['closure-fronttrunk', { ...notCapable, body: lid }],
    ['closure-reartrunk', { ...notCapable, body: lid }],
    ['closure-sunroof', { ...notCapable, body: { isOpen: null } }],
    ['closure-tailgate', { ...notCapable, body: lid }],
  ])
})

test('charge schedules read back as timers', () => {
  const vehicle = vehicleIn('live', findBrand('TESLA') as Brand)
  const location = { latitude: 40.1, longitude: -31.2 }
  const night = { startTime: '22:00', stopTime: '06:00' }
  let car = newCar(vehicle, now)
  for (const [id, scheduleType, parameters] of [
    ['sched_1', 'DAILY', { location, ...night }],
    ['sched_2', 'WEEKLY', { location, days: { monday: night, Friday: { startTime: '01:00' } } }],
    [
      'sched_3',
      'WORKWEEK',
      { weekdays: night, weekends: { startTime: '10:00', stopTime: '12:00' } },
    ],
    ['sched_4', 'WEEKLY', { location: 'home', days: [night], weekdays: 5 }],
  ] as const) {
    const result = commandCar(vehicle, car, {
      kind: 'add-schedule',
      schedule: { id, scheduleType, parameters },
    })
    if (!result.ok) throw new Error('a Tesla takes schedules')
    car = result.car
  }
  const rest = { type: 'LOCATION', departureTimers: [], isOEMOptimizationEnabled: false }
  const home = { name: null, address: null, ...location }
  const nowhere = { name: null, address: null, latitude: null, longitude: null }
  const week = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY']
  const weekend = ['SATURDAY', 'SUNDAY']
  const body = read(vehicle, 'charge-chargetimers', car).body
  expect(body).toEqual({
    values: [
      {
        ...rest,
        condition: home,
        schedules: [{ start: '22:00', end: '06:00', days: [...week, ...weekend] }],
        scheduleType: 'DAILY',
        scheduleId: 'sched_1',
      },
      {
        ...rest,
        condition: home,
        schedules: [
          { start: '22:00', end: '06:00', days: ['MONDAY'] },
          { start: '01:00', end: null, days: ['FRIDAY'] },
        ],
        scheduleType: 'WEEKLY',
        scheduleId: 'sched_2',
      },
      {
        ...rest,
        condition: nowhere,
        schedules: [
          { start: '22:00', end: '06:00', days: week },
          { start: '10:00', end: '12:00', days: weekend },
        ],
        scheduleType: 'WORKWEEK',
        scheduleId: 'sched_3',
      },
      { ...rest, condition: nowhere, schedules: [], scheduleType: 'WEEKLY', scheduleId: 'sched_4' },
    ],
  })
  expectShape(body, signalShapes['charge-chargetimers'] ?? null)
  expect(read(vehicleIn('live', kia), 'charge-chargetimers')).toEqual(notCapable)
})

test('the limit follows the command, and a location says whether it is where the car was parked', () => {
  const vehicle = vehicleIn('live', kia)
  const car = { ...newCar(vehicle, now), chargeLimitPercent: 65 }
  expect(read(vehicle, 'charge-chargelimits', car).body).toEqual({
    values: [{ type: 'GLOBAL', limit: 65, condition: null }],
    activeLimit: 65,
    unit: 'percent',
  })
  const driving = carAt(vehicle, car, now + 12.2 * hourMs)
  expect(read(vehicle, 'location-preciselocation', car).body?.locationType).toBe('LAST_PARKED')
  expect(read(vehicle, 'location-preciselocation', driving).body?.locationType).toBe('CURRENT')
})

test.each([
  [0, 'N'],
  [22, 'N'],
  [23, 'NE'],
  [90, 'E'],
  [180, 'S'],
  [269, 'W'],
  [315, 'NW'],
  [350, 'N'],
])('a heading of %i degrees is %s', (headingDegrees, direction) => {
  const vehicle = vehicleIn('live', kia)
  const car = newCar(vehicle, now)
  const readings = { ...readingsOf(vehicle, car), headingDegrees }
  const signal = signals.find(({ code }) => code === 'location-preciselocation')
  const reading = signal?.read({ vehicle, car, readings })
  expect(reading?.body).toMatchObject({ heading: headingDegrees, direction })
})
