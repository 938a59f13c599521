// Chance that can be repeated: the same seed gives the same numbers.

/** A source of chance. */
export type Chance = {
  /** A number from 0 to less than 1. */
  readonly number: () => number
  /** A whole number from `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number
  /** One of several, each as likely as its weight. */
  readonly pick: <T extends string>(weights: Readonly<Record<T, number>>) => T
}

/**
 * Makes a source of chance (mulberry32). It protects nothing.
 *
 * @see https://gist.github.com/tommyettinger/46a874533244883189143505d203312c
 */
export function seededChance(seed: number): Chance {
  let state = seed >>> 0
  function number(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  function between(least: number, most: number): number {
    return least + Math.floor(number() * (most - least + 1))
  }
  function pick<T extends string>(weights: Readonly<Record<T, number>>): T {
    const names = Object.keys(weights) as T[]
    let left = number() * names.reduce((sum, name) => sum + weights[name], 0)
    for (const name of names) {
      left -= weights[name]
      if (left < 0) return name
    }
    return names.at(-1) as T
  }
  return { number, between, pick }
}
