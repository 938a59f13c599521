// The pages on a person's way through Connect.

/** A page on the way. `incompatible` and `car-maker` stand between sign-in and vehicles. */
export type Page = 'brand' | 'sign-in' | 'incompatible' | 'car-maker' | 'vehicles'
