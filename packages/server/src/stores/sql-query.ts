// The one call that both databases answer alike.

/** A row by column name; numbers may come as text. */
export type Row = Readonly<Record<string, unknown>>

/** Runs one statement with `$1`, `$2`, … and returns its rows. */
export type SqlQuery = (sql: string, values: readonly (string | number | null)[]) => Promise<Row[]>
