// How long a started session is remembered.

/**
 * Half an hour from its start, in milliseconds: the 15 minutes in which it can be completed, and 15
 * more in which its outcome can be replayed.
 */
export const startedSessionKeptMs: number = 30 * 60_000
