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

const metric: Units = { name: 'metric', distance: float, pressure: float, volume: float }

const imperial: Units = {
  name: 'imperial',
  distance: km => float(km / 1.609344),
  pressure: kpa => float(kpa / 6.894757),
  volume: liters => float(liters / 3.785412),
}

/** The units of an `SC-Unit-System` header; `undefined` if it names neither system. */
export function unitsOf(header: string | undefined): Units | undefined {
  const name = (header ?? 'metric').toLowerCase()
  if (name === 'metric') return metric
  return name === 'imperial' ? imperial : undefined
}

/**
 * Rounds to two digits and always leaves a fraction: the provider writes `258.0`, JavaScript writes
 * `258`, and typed clients make an integer of that. So 258 becomes 258.01.
 */
export function float(value: number): number {
  const rounded = Number(value.toFixed(2))
  return Number.isInteger(rounded) ? rounded + 0.01 : rounded
}
