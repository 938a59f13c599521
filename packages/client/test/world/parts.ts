// What the small world is made of.

import type { Connect } from '../../src/connect.ts'

/** A page of a tab. */
export type Page = {
  /** It was reloaded or closed, so nothing runs in it any more. */
  isGone: boolean
  /** The connections of the app, with the same options. */
  connections: Connect[]
  /** The popups that it has opened, newest last. */
  popups: { tab: Tab; handle: object; address: URL; index: number }[]
  /** What was reported as uncaught. */
  faults: unknown[]
  /** Hears a window message. */
  hear(data: unknown, source: object | null): void
}

/** A tab: what survives a reload. */
export type Tab = { storage: Map<string, string>; page: Page | undefined; isPopup: boolean }

/** What the app's backend was sent. */
export type Exchange = { code: string; tab: Tab; index: number; user: string }

/** One thing to do, later. */
export type Task = { atMs: number; order: number; page: Page; run: () => void }

/** The world that a test acts in. */
export type World = {
  readonly tabs: Tab[]
  readonly exchanges: Exchange[]
  /** Who is logged in to the app, in every tab. */
  user: string
  nowMs: number
  /** How many timers and channels living pages have. */
  leftovers(): number
  /** Lets time pass, and with it everything that is due. */
  pass(ms: number): Promise<void>
  later(page: Page, delayMs: number, run: () => void): () => void
  channels: Map<string, Set<{ page: Page; hear: (data: unknown) => void }>>
}
