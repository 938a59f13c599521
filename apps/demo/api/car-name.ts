// What a car is called, whichever way it was connected.

/** The name of a car in its parts. */
export type CarName = {
  /** Empty where nobody told it. */
  make: string
  /** Empty where nobody told it. */
  model: string
  /** The model year; `0` where nobody told it. */
  year: number
}

/** The name of a car of which nothing was told. */
export const unnamed: CarName = { make: '', model: '', year: 0 }
