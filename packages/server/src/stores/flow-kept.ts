// How long a started session is remembered.

/**
 * Half an hour from its start, in milliseconds: its own 15 minutes and the 15 that an outcome can
 * be replayed.
 */
export const flowKeptMs: number = 30 * 60_000
