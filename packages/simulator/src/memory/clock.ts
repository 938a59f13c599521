// How the simulator's clock is moved.

/** The new offset of the clock against real time, or what is wrong with the request. */
export type ClockMove =
  | {
      readonly ok: true
      /** How far the clock is ahead of real time, in milliseconds. */
      readonly offsetMs: number
    }
  | {
      readonly ok: false
      /** A sentence for the answer. */
      readonly problem: string
    }

const limitMs = 100 * 365 * 24 * 60 * 60 * 1000

/**
 * Decides where the clock goes: on by `advanceMs` (back if negative), to the time `now` (ISO 8601
 * or milliseconds), or with `reset` to real time again.
 */
export function readClockMove(
  fields: Readonly<Record<string, unknown>>,
  nowMs: number,
  offsetMs: number,
): ClockMove {
  const { advanceMs, now, reset } = fields
  if (reset === true || reset === 'true') return { ok: true, offsetMs: 0 }
  if (advanceMs !== undefined) return to(offsetMs + numberOf(advanceMs))
  if (now !== undefined) {
    const wanted = typeof now === 'string' ? Date.parse(now) : numberOf(now)
    return to(offsetMs + wanted - nowMs)
  }
  return { ok: false, problem: 'Give advanceMs, now or reset.' }
}

function to(wantedMs: number): ClockMove {
  // Times are whole milliseconds everywhere: cursors are made of them.
  const offsetMs = Math.round(wantedMs)
  if (Number.isFinite(offsetMs) && Math.abs(offsetMs) <= limitMs) return { ok: true, offsetMs }
  return { ok: false, problem: 'That is not a time within a hundred years from now.' }
}

function numberOf(value: unknown): number {
  if (typeof value === 'number') return value
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN
}
