// What is wrong with a car: the state of its systems, and its trouble codes.

import type { Car } from '../car.ts'
import { stableHash, stableShare } from '../stable-hash.ts'
import type { Vehicle } from '../vehicle.ts'

/** The state of one system. */
export type SystemStatus = {
  /** Its name, written as in the code of the signal. */
  readonly name: DiagnosticSystem
  /** Whether something is wrong with it. */
  readonly status: 'OK' | 'ALERT'
  /** What is wrong. Null if nothing is. */
  readonly description: string | null
}

/** What is wrong with a car. */
export type DiagnosticReadings = {
  /** The systems that it has. */
  readonly systems: readonly SystemStatus[]
  /** The active trouble codes. */
  readonly codes: readonly { readonly code: string; readonly atMs: number }[]
}

// What a system belongs to: each car, a battery that moves the car, or an engine.
const systems = {
  ABS: 'car',
  ActiveSafety: 'car',
  Airbag: 'car',
  BrakeFluid: 'car',
  DriverAssistance: 'car',
  Emissions: 'engine',
  EVBatteryConditioning: 'battery',
  EVCharging: 'battery',
  EVDriveUnit: 'battery',
  EVHVBattery: 'battery',
  Lighting: 'car',
  MIL: 'car',
  OilLife: 'engine',
  OilPressure: 'engine',
  OilTemperature: 'engine',
  Telematics: 'car',
  TirePressure: 'car',
  TirePressureMonitoring: 'car',
  Transmission: 'car',
  WasherFluid: 'car',
  WaterInFuel: 'engine',
} as const

/** A system that can be wrong. */
export type DiagnosticSystem = keyof typeof systems

/** The names of all systems. */
export const diagnosticSystems = Object.keys(systems) as readonly DiagnosticSystem[]

// Trouble codes by the system that they are about.
const troubles: readonly (readonly [code: string, DiagnosticSystem, description: string])[] = [
  ['P0420', 'Emissions', 'The catalytic converter works below its threshold.'],
  ['P0442', 'Emissions', 'The fuel vapour system has a small leak.'],
  ['P0A80', 'EVHVBattery', 'The battery pack should be replaced.'],
  ['C0035', 'ABS', 'The sensor of the front left wheel gives no signal.'],
  ['B1318', 'Lighting', 'A lamp does not get its voltage.'],
  ['U0140', 'Telematics', 'The body control module cannot be reached.'],
]

/**
 * What is wrong with a car. One live car in five has a trouble code, and each that answers everything:
 * official SDKs' suites want one to read. It also lights the warning lamp (MIL). The pressures and the oil are those that the car reports.
 */
export function diagnosticReadings(
  vehicle: Vehicle,
  car: Car,
  tiresKpa: readonly number[],
  oilLifePercent: number | undefined,
): DiagnosticReadings {
  const { vin } = vehicle
  const suiting = troubles.filter(([, system]) => has(vehicle, system))
  const trouble =
    vehicle.answersEverything || stableShare(`trouble ${vin}`) < 0.2
      ? suiting[stableHash(`which trouble ${vin}`) % suiting.length]
      : undefined
  const alerts = new Map<DiagnosticSystem, string>()
  if (trouble !== undefined) {
    alerts.set(trouble[1], trouble[2]).set('MIL', 'The warning lamp is on.')
  }
  if (Math.min(...tiresKpa) < 210) alerts.set('TirePressure', 'The pressure of a tire is low.')
  if ((oilLifePercent ?? 100) < 10) alerts.set('OilLife', 'The oil should be changed soon.')
  if (stableShare(`washer ${vin}`) < 0.1) alerts.set('WasherFluid', 'The washer fluid is low.')
  return {
    systems: diagnosticSystems
      .filter(system => has(vehicle, system))
      .map(name => {
        const description = alerts.get(name) ?? null
        return { name, status: description === null ? 'OK' : 'ALERT', description }
      }),
    codes: trouble === undefined ? [] : [{ code: trouble[0], atMs: foundAtMs(vin, car) }],
  }
}

function has({ drive }: Vehicle, system: DiagnosticSystem): boolean {
  const part = systems[system]
  return part === 'car' || (part === 'battery' ? drive.batteryKwh : drive.tankLitres) > 0
}

function foundAtMs(vin: string, { dayStartMs }: Car): number {
  return dayStartMs - Math.round(stableShare(`found ${vin}`) * 60 * 86_400_000)
}
