// The unit system of an answer: metric unless the caller asks for imperial.

/** How metric readings are turned into what the caller asked for. */
export type Units = {
  readonly name: 'metric' | 'imperial'
  readonly distance: (km: number) => number
  readonly pressure: (kpa: number) => number
  readonly volume: (liters: number) => number
}

const round = (value: number): number => Number(value.toFixed(2))

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
