// What is told about one code of a `ConnectError`.

/** One code, with texts from the code's own comments and from the tables of failures. */
export type FailureText = {
  readonly code: string
  /** Where on the way it happens. */
  readonly step: string
  /** What happened. */
  readonly cause: string
  /** What the person does next. */
  readonly person: string
  /** What the developer does. */
  readonly developer: string
}
