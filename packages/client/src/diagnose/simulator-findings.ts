// Whether a simulator is where `connectOrigin` says.

import { error, type Finding, warning } from './finding.ts'

/** What answers at `connectOrigin`. */
export type SimulatorFacts = {
  /** The origin that the options name. */
  origin: string
  /** Who answers there. */
  answer: 'simulator' | 'other' | 'nobody'
  /** Another spelling of the origin at which the simulator answers. */
  found?: string | undefined
}

/** At most one finding: the popup would open on an error, or on another program. */
export function simulatorFindings({ origin, answer, found }: SimulatorFacts): Finding[] {
  if (answer === 'simulator') return []
  const what =
    answer === 'other'
      ? `Something else than the simulator answers at \`connectOrigin\`, ${origin}: the popup would open on that.`
      : `Nothing answers this page at \`connectOrigin\`, ${origin}: the popup would open on an error.`
  // The other spelling is known to work. Without one, the browser may have kept the page from asking.
  return found
    ? [error('simulator_missing', what, `The simulator answers at ${found}: write that.`)]
    : [
        warning(
          'simulator_missing',
          what,
          'Start the simulator, and compare protocol, host and port with the address that it prints.',
        ),
      ]
}
