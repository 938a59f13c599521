// The unit system of an answer: metric unless the caller asks for imperial.

/** Converts metric readings into the unit system that the caller asked for. */
export type Units = {
  /** As it stands in the header. */
  readonly name: 'metric' | 'imperial'
  /** Kilometres, or miles. */
  readonly distance: (km: number) => number
  /** Kilopascals, or pounds per square inch. */
  readonly pressure: (kpa: number) => number
  /** Litres, or gallons. */
  readonly volume: (liters: number) => number
}

const metric: Units = { name: 'metric', distance: round, pressure: round, volume: round }

const imperial: Units = {
  name: 'imperial',
  distance: km => round(km / 1.609344),
  pressure: kpa => round(kpa / 6.894757),
  volume: liters => round(liters / 3.785412),
}

/** The units of an `SC-Unit-System` header; `undefined` if it names neither system. */
export function unitsOf(header: string | undefined): Units | undefined {
  const name = (header ?? 'metric').toLowerCase()
  if (name === 'metric') return metric
  return name === 'imperial' ? imperial : undefined
}

function round(value: number): number {
  return Number(value.toFixed(2))
}
