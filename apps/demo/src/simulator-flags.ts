// The flags that only the simulator knows: how it behaves, and what its pages look like.

/** What the popup should have in common with the demo. */
export type SimulatorLook = {
  /** The scenario. `''` leaves the choice to the simulator. */
  readonly scenario: string
  /** The language of the demo (BCP 47). */
  readonly language: string
}

/**
 * The flags for a Connect at an origin. The provider gets none of them. The colours need no flag: the
 * demo and the simulator both follow the browser.
 */
export function simulatorFlags(
  connectOrigin: string,
  { scenario, language }: SimulatorLook,
): Record<string, string> | undefined {
  if (/(?:^|\.)smartcar\.com$/.test(new URL(connectOrigin).hostname)) return undefined
  return { ...(scenario && { scenario }), ...(language && { language }) }
}
