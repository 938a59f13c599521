// The one call that both databases answer alike.

/** A row by column name; numbers may come as text. */
export type Row = Readonly<Record<string, unknown>>

/** The values of a statement, in the order of `$1`, `$2`, … */
export type SqlValues = readonly (string | number | null)[]

/** Runs one statement with `$1`, `$2`, … and returns its rows. */
export type SqlQuery = (sql: string, values: SqlValues) => Promise<Row[]>
