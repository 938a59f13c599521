// GET /security: whether a vehicle is locked, and what of it stands open.

import type { Readings } from '../world/readings.ts'

/** One thing that can be opened, by the provider’s name of it. */
type Part = { readonly type: string; readonly status: 'OPEN' | 'CLOSED' }

/** What can be opened, as the provider groups it. A list is empty where the vehicle lacks the part. */
type LockStatus = {
  readonly isLocked: boolean
  readonly doors: readonly Part[]
  readonly windows: readonly Part[]
  readonly sunroof: readonly Part[]
  readonly storage: readonly Part[]
  readonly chargingPort: readonly Part[]
}

/** The lock status, or `undefined` if the vehicle does not tell. */
export function lockStatus({ isLocked, closures, charge, fuel }: Readings): LockStatus | undefined {
  if (closures === undefined) return undefined
  const { doors, windows, isSunroofOpen, rearTrunk, tailgate } = closures
  // Docs: of a vehicle with an engine the front storage is its hood, of any other the front trunk.
  const front = fuel ? closures.isEngineCoverOpen : closures.frontTrunk?.isOpen
  return {
    isLocked,
    doors: doors.flatMap(door => part(seatOf(door), door.isOpen)),
    windows: windows.flatMap(window => part(seatOf(window), window.isOpen)),
    sunroof: part('sunroof', isSunroofOpen),
    storage: [...part('rear', (tailgate ?? rearTrunk)?.isOpen), ...part('front', front)],
    chargingPort: part('chargingPort', charge?.isPortOpen),
  }
}

function part(type: string, isOpen: boolean | undefined): readonly Part[] {
  return isOpen === undefined ? [] : [{ type, status: isOpen ? 'OPEN' : 'CLOSED' }]
}

function seatOf({ row, column }: { readonly row: number; readonly column: number }): string {
  return `${row === 0 ? 'front' : 'back'}${column === 0 ? 'Left' : 'Right'}`
}
