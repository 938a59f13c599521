// Why the Playground cannot show how this tab leaves for Connect and comes back.

import type { PlaygroundState } from '../state/playground-state.ts'

/** What is in the way. */
export type LeavingObstacle = {
  /** What is in the way, and what helps. */
  readonly message: string
  /** Whether it is the frame, so that a tab of its own helps. */
  readonly isFrame: boolean
}

/** The obstacle for a presentation; `undefined` where there is none. */
export function leavingObstacle(
  presentation: PlaygroundState['presentation'],
  place: { readonly isFramed: boolean; readonly canLeave: boolean },
): LeavingObstacle | undefined {
  if (presentation !== 'redirect') return undefined
  if (!place.canLeave) {
    return {
      message:
        'This browser cannot show this here: it has no Navigation API, so the tab would leave for an address where no simulator is. Use Chrome or Edge, or choose a popup.',
      isFrame: false,
    }
  }
  if (!place.isFramed) return undefined
  return {
    message:
      'Connect opens in no frame, neither at Smartcar nor here, and this page is in the frame of Storybook.',
    isFrame: true,
  }
}
