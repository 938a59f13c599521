// What a row of the tables says beside the cause, which stands in the code.

/** One failure. */
export type FailureRow = {
  /** Where on the way from the click to the database it happens. */
  readonly step: string
  /** What the developer does. */
  readonly developer: string
}

/** The rows of one union: a member without a row does not compile. */
export type FailureRows<Name extends string> = Readonly<Record<Name, FailureRow>>

/** Makes the rows of one step. */
export function rows<Name extends string>(
  step: string,
  advice: Readonly<Record<Name, string>>,
): FailureRows<Name> {
  const names = Object.keys(advice) as Name[]
  const made = names.map(name => [name, { step, developer: advice[name] }])
  return Object.fromEntries(made) as FailureRows<Name>
}
