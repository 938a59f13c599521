// What usually breaks when a page opens a popup, and what comes of it.

/** One thing to try. */
export type Experiment = {
  /** Different for each. */
  readonly id: string
  /** What happens. */
  readonly title: string
  /** What the person has to do. @default nothing: it happens by itself */
  readonly todo?: string
  /**
   * What an app with the official SDK 2.14.1 learns of it: the first three as measured in Chromium, the
   * others as its source reads, which calls back once at the end and has no status before.
   */
  readonly official: string
  /** What this page does. */
  readonly here: string
  /** How the simulator behaves. @default as everywhere on the page */
  readonly scenario?: string
  /** Whether the window is kept from opening, as by a pop-up blocker. */
  readonly isBlocked?: boolean
}

/** In the order in which people meet them. */
export const experiments: readonly Experiment[] = [
  {
    id: 'closed',
    title: 'The window is closed halfway',
    todo: 'Close the window that opens.',
    official: 'Nothing, ever. The page waits for an answer that cannot come.',
    here: 'Says so a second later. An answer that comes late still counts.',
  },
  {
    id: 'blocked',
    title: 'The browser blocks the window',
    official: 'Nothing, ever. A click without any effect.',
    here: 'Says so at once, and offers to go on in this tab.',
    isBlocked: true,
  },
  {
    id: 'isolated',
    title: 'A sign-in page isolates itself',
    todo: 'Connect a car. The window loses its link to this page on the way (COOP).',
    official: 'Stuck. The window stays open, and the page hears nothing.',
    here: 'Connects. A second channel needs no link.',
    scenario: 'coop',
  },
  {
    id: 'slow',
    title: 'Everything is slow',
    todo: 'Connect a car. Every page takes a second, and finishing four or more.',
    official: 'Works, but the page cannot tell waiting from finishing.',
    here: 'Says where it is, and that the page should stay open.',
    scenario: 'slow',
  },
  {
    id: 'denied',
    title: 'The person says no',
    todo: 'Press “Deny access” in the window.',
    official: 'Calls back with an error. What a person reads is yours to write.',
    here: 'Says so without blame, in thirteen languages, and how to go on.',
  },
]
