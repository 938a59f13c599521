// GET /diagnostics/system_status and /diagnostics/dtcs: what is wrong with a vehicle.

import type { Readings } from '../world/readings.ts'

/** The state of each system, or `undefined` if the vehicle does not tell. */
export function systemStatus({
  diagnostics,
}: Readings): Readonly<Record<string, unknown>> | undefined {
  return (
    diagnostics && {
      systems: diagnostics.systems.map(({ name, status, description }) => ({
        systemId: systemId(name),
        status,
        description,
      })),
    }
  )
}

/** The active trouble codes, or `undefined` if the vehicle does not tell. */
export function troubleCodes({
  diagnostics,
}: Readings): Readonly<Record<string, unknown>> | undefined {
  return (
    diagnostics && {
      activeCodes: diagnostics.codes.map(({ code, atMs }) => ({
        code,
        timestamp: new Date(atMs).toISOString(),
      })),
    }
  )
}

/** `SYSTEM_AIRBAG`, `SYSTEM_MIL` and `SYSTEM_TPMS` stand in docs. The others are approximate. */
function systemId(name: string): string {
  if (name === 'TirePressureMonitoring') return 'SYSTEM_TPMS'
  const words = name.replace(/^EV(?=[A-Z])/, 'EV_').replace(/([a-z])(?=[A-Z])/g, '$1_')
  return `SYSTEM_${words.toUpperCase()}`
}
