// Rounds a figure to as many digits as a car would tell.

/** Rounds to a number of decimal places. */
export function round(value: number, digits = 0): number {
  return Number(value.toFixed(digits))
}
