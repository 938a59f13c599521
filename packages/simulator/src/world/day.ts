// The days of a car: when it stands at home, when it is driven, and when it stands elsewhere.

/** An instant of a car whose days begin at the time of day at which it was first connected. */
export type Moment = { readonly atMs: number; readonly dayStartMs: number }

/** What a car does: it stands where its driver lives, stands elsewhere, or drives. */
export type Activity = 'at-home' | 'driving' | 'away'

/** A part of the day of a car. */
type Phase = {
  readonly activity: Activity
  readonly untilMs: number
  /** How much of the way from home it has behind it when the part begins and when it ends. */
  readonly way: readonly [from: number, to: number]
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs

// The first twelve hours stand still, so that a test does not depend on the time of the day.
const phases: readonly [Phase, ...Phase[]] = [
  { activity: 'at-home', untilMs: 12 * hourMs, way: [0, 0] },
  { activity: 'driving', untilMs: 12.5 * hourMs, way: [0, 1] },
  { activity: 'away', untilMs: 20.5 * hourMs, way: [1, 1] },
  { activity: 'driving', untilMs: 21 * hourMs, way: [1, 0] },
  { activity: 'at-home', untilMs: dayMs, way: [0, 0] },
]

/** How long one drive takes, in hours. There are two in a day. */
export const driveHours = 0.5

/** What the car is doing now. */
export function activityOf(moment: Moment): Activity {
  return phaseAt(moment).activity
}

/** How much of the way from home the car has behind it: 0 at home, 1 where it stands by day. */
export function wayOf(moment: Moment): number {
  const { way, endMs } = phaseAt(moment)
  const [from, to] = way
  return from === to ? from : to + ((from - to) * (endMs - moment.atMs)) / (driveHours * hourMs)
}

/** Whether the car is driven towards home, or was driven there last. */
export function facesHome(moment: Moment): boolean {
  return phaseAt(moment).way[1] === 0
}

/** Milliseconds since the day of the car began. */
export function sinceDayStart({ atMs, dayStartMs }: Moment): number {
  return (((atMs - dayStartMs) % dayMs) + dayMs) % dayMs
}

/** What the car is doing, and until when. */
export function phaseAt(moment: Moment): Phase & { readonly endMs: number } {
  const inDayMs = sinceDayStart(moment)
  const phase = phases.find(({ untilMs }) => inDayMs < untilMs) ?? phases[0]
  return { ...phase, endMs: moment.atMs - inDayMs + phase.untilMs }
}
