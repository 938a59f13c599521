// The signals of what can be opened.

import type { ClosureReadings } from '../readings/closures.ts'
import { notCapable, type Signal, type SignalBody, signalOf, signalsOf, value } from './signal.ts'

/** The signals of the group Closure. */
export const closureSignals: readonly Signal[] = [
  ...signalsOf('Closure', 'read_security', {
    Doors: ({ readings: { closures } }) => closures && table(closures.doors),
    IsLocked: ({ readings }) => value(readings.isLocked),
    Windows: ({ readings: { closures } }) => closures && table(closures.windows),
  }),
  lid('EngineCover', ({ isEngineCoverOpen }) => ({ isOpen: isEngineCoverOpen })),
  lid('FrontTrunk', ({ frontTrunk }) => frontTrunk, { isOpen: null, isLocked: null }),
  lid('RearTrunk', ({ rearTrunk }) => rearTrunk, { isOpen: null, isLocked: null }),
  lid('Sunroof', ({ isSunroofOpen }) =>
    isSunroofOpen === undefined ? undefined : { isOpen: isSunroofOpen },
  ),
  lid('Tailgate', ({ tailgate }) => tailgate, { isOpen: null, isLocked: null }),
]

/** A lid. A car without it answers nulls beside the error (recorded for `isOpen` alone). */
function lid(
  name: string,
  body: (closures: ClosureReadings) => SignalBody | undefined,
  missing: SignalBody = { isOpen: null },
): Signal {
  return signalOf('Closure', 'read_security', name, ({ readings: { closures } }) => {
    if (closures === undefined) return notCapable()
    const known = body(closures)
    return known === undefined ? notCapable(missing) : { ok: true, body: known }
  })
}

function table(values: readonly SignalBody[]): SignalBody {
  return { values, rowCount: 2, columnCount: 2 }
}
