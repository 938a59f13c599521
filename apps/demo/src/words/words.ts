// What the garage says in each language: the words of the product, beside those of the library.

import type { LiveCommand } from '../../api/live-car.ts'

/** The words of one command. */
export type CommandWords = { label: string; pending: string; done: string }

/** All words of the garage in one language. */
export type Words = {
  /** The language tag (BCP 47), for numbers and times. */
  language: string
  /** The heading. */
  garage: string
  /** The line below it, by what is known of the cars. */
  lead: { loading: string; failed: string; empty: string; ready: string }
  /** The name of the list. */
  cars: string
  /** The heading of the problem when the cars cannot be loaded. */
  notLoaded: string
  /** On the button that loads them again. */
  loadAgain: string
  /** The card before the first car: its title, and why one would connect. */
  intro: { title: string; reasons: readonly [string, string, string] }
  /** The names of the figures. */
  figures: { odometer: string; battery: string; range: string; charging: string; doors: string }
  /** What stands in the place of a figure. */
  missing: { not_shared: string; none: string; unknown: string }
  /** The age of a figure that the car does not tell now. `{age}` stands for “5 minutes ago”. */
  lastSeen: string
  /** The age of a figure that is new. */
  justNow: string
  /** What figures that are no numbers say. */
  states: { charging: string; notCharging: string; locked: string; unlocked: string }
  /** What a car can be told to do. */
  commands: Readonly<Record<LiveCommand, CommandWords>>
  /** Why a car whose connection has ended shows nothing. */
  ended: string
  /** On the button that connects it again. */
  connectAgain: string
}
