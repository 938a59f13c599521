// The options of createSimulator, and what is wrong with them.

import type { Snapshot } from './memory/snapshot.ts'
import { findScenario, unknownScenarioMessage } from './scenarios/scenarios.ts'
import { type Application, demoApplication } from './world/applications.ts'
import { looksLive } from './world/live-secret.ts'

/** How a simulator is set up. Everything has a default. */
export type SimulatorOptions = {
  /** The scenario of requests that name none by `flags=scenario:NAME`. @default 'happy' */
  readonly scenario?: string
  /** The applications that are known. @default `demo-client` with `demo-secret` */
  readonly applications?: readonly Application[]
  /** The path in front of every address, such as `/simulator` in a service worker. @default '' */
  readonly basePath?: string
  /** How long a replaced refresh token keeps working, in milliseconds. @default 60000 */
  readonly refreshGraceMs?: number
  /** The time in milliseconds since 1970. The simulator's clock can be moved against it. @default Date.now */
  readonly now?: () => number
  /** Waits for the delays of scenarios. @default a timer */
  readonly wait?: (durationMs: number) => Promise<void>
  /** What an earlier simulator remembered, from its `snapshot()`. */
  readonly snapshot?: Snapshot
}

/** Throws a `TypeError` about the first option that cannot work. Never shows a secret. */
export function checkOptions(options: SimulatorOptions): void {
  const { scenario = 'happy', applications = [demoApplication], basePath = '' } = options
  if (findScenario(scenario) === undefined) throw new TypeError(unknownScenarioMessage(scenario))
  if (!/^(?:\/[\w.~-]+)*$/.test(basePath)) {
    throw new TypeError(
      'basePath is not a path, so no address would match. Write it like “/simulator”, without a slash at the end.',
    )
  }
  for (const application of applications) {
    const { clientId, clientSecret, redirectUris, machine } = application
    if ([clientSecret, machine?.clientSecret ?? ''].some(looksLive)) {
      throw new TypeError(
        `The secret of application “${clientId}” looks like a live one, and live secrets must not be handed to a simulator. Make one up, such as “demo-secret”.`,
      )
    }
    const wrong = redirectUris.find(uri => !isRedirectUri(uri))
    if (wrong !== undefined) {
      throw new TypeError(
        `Application “${clientId}” has a redirect URI that cannot be registered: “${wrong}”. Give an absolute URL without a fragment, or a pattern such as “http://localhost:*”.`,
      )
    }
  }
}

function isRedirectUri(uri: string): boolean {
  if (/^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\]):\*$/.test(uri)) return true
  return !uri.includes('*') && URL.canParse(uri) && new URL(uri).hash === ''
}
