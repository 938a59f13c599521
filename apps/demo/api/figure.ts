// A figure of a car as the page shows it, whichever way the car was connected.

/** One figure of a car. Times are texts in the form of ISO 8601. */
export type Figure<T> =
  | {
      /** `last_seen` where the car gives no value now, and this is the one that was known last. */
      kind: 'value' | 'last_seen'
      value: T
      /** The unit as Smartcar writes it, such as `km`; missing where there is none. */
      unit?: string
      /** When the car told it; missing where nobody knows. */
      at?: string
    }
  | MissingFigure

/** Why there is no figure. */
export type MissingFigure = {
  /**
   * - `not_shared`: the person did not grant the permission.
   * - `none`: this car has no such figure.
   * - `unknown`: nothing was told yet, or not in a readable form.
   */
  kind: 'not_shared' | 'none' | 'unknown'
}

/** Why there is no figure, by the type of Smartcar's error. */
export function missingFigure(errorType: unknown): MissingFigure {
  if (errorType === 'PERMISSION') return { kind: 'not_shared' }
  return { kind: errorType === 'COMPATIBILITY' ? 'none' : 'unknown' }
}
