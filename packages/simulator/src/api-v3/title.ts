// The title of an error, made of its code.

/** Writes `NOT_CHARGING` as `Not Charging`. */
export function titleOf(code: string): string {
  return code
    .split('_')
    .map(word => word.slice(0, 1) + word.slice(1).toLowerCase())
    .join(' ')
}
