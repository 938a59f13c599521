// The options of createSimulator, and what is wrong with them.

import { hostnameOf } from './http/allowed-host.ts'
import { isSnapshot, type Snapshot } from './memory/snapshot.ts'
import { optionError } from './option-error.ts'
import { findScenario, unknownScenarioMessage } from './scenarios/scenarios.ts'
import { webhooksProblem } from './webhooks/configured-webhooks.ts'
import { type Application, demoApplication, isRedirectAddress } from './world/applications.ts'
import { looksLive } from './world/live-secret.ts'

/** How a simulator is set up. Every option has a default. */
export type SimulatorOptions = {
  /**
   * The name of the scenario for requests that name none by `flags=scenario:NAME`. `scenarios`
   * lists the names. An unknown one is refused.
   *
   * @default 'happy', or the scenario of the snapshot
   */
  readonly scenario?: string
  /**
   * The applications that may use the simulator, in place of the demo application. Secrets must
   * be made up: one that looks live is refused, and so is a redirect URI that cannot be registered.
   *
   * @default one application, `demo-client` with the secret `demo-secret`
   */
  readonly applications?: readonly Application[]
  /**
   * The path in front of every address, such as `/simulator` in a service worker, without a slash
   * at its end. Anything else than a path is refused.
   *
   * @default ''
   */
  readonly basePath?: string
  /**
   * The names of hosts that the simulator answers for beside this machine's own and the provider's,
   * without a port: the name of a container, or the address that a phone uses. What asks for
   * another host is refused, so that no foreign page can reach the simulator under its own name.
   *
   * @default []
   */
  readonly hosts?: readonly string[]
  /**
   * Milliseconds that a refresh token keeps working after it was replaced by a newer one.
   *
   * @default 600000, as at the provider since November 2025
   */
  readonly refreshGraceMs?: number
  /**
   * The real time in milliseconds since 1970. The simulator's own clock is moved against it.
   *
   * @default Date.now
   */
  readonly now?: () => number
  /**
   * Waits for the delays of scenarios, in milliseconds. Give one that resolves at once for fast
   * tests.
   *
   * @default a timer
   */
  readonly wait?: (durationMs: number) => Promise<void>
  /**
   * Sends a delivery of a webhook and answers what the receiver answers. Give one to receive
   * deliveries without a port. It is given up after 15 seconds of real time, which its `signal`
   * tells.
   *
   * @default the global fetch, or in a service worker fetch to the site's own origin
   */
  readonly deliver?: (request: Request) => Promise<Response>
  /**
   * What an earlier simulator remembered, from its `snapshot()`. One of another version is refused.
   *
   * @default nothing is remembered
   */
  readonly snapshot?: Snapshot
}

/** Throws a `TypeError` about the first option that cannot work. Never shows a secret. */
export function checkOptions(options: SimulatorOptions): void {
  const { scenario = 'happy', applications = [demoApplication], basePath = '', snapshot } = options
  if (findScenario(scenario) === undefined) {
    throw optionError('scenario', unknownScenarioMessage(scenario))
  }
  if (!/^(?:\/[\w.~-]+)*$/.test(basePath)) {
    throw optionError(
      'basePath',
      'basePath is not a path, so no address would match. Write it like “/simulator”, without a slash at the end.',
    )
  }
  checkIsList('hosts', options.hosts, 'names, such as [“simulator”]')
  checkIsList('applications', options.applications, 'applications')
  checkAllowedHosts(options.hosts ?? [])
  if (snapshot !== undefined && !isSnapshot(snapshot)) {
    throw optionError(
      'snapshot',
      'The kept state is not one that this version of the simulator wrote, so it cannot go on from there. Start without it.',
    )
  }
  applications.forEach(checkApplication)
  const problem = webhooksProblem(applications, options.hosts ?? [])
  if (problem !== undefined) throw optionError('applications', problem)
}

// Without types one host is easily given as a text.
function checkIsList(option: 'hosts' | 'applications', value: unknown, of: string): void {
  if (value === undefined || Array.isArray(value)) return
  throw optionError(
    option,
    `${option} is no list, so nothing in it would be found. Give a list of ${of}.`,
  )
}

function checkAllowedHosts(hosts: readonly string[]): void {
  const wrong = hosts.find(host => !isHostname(host))
  if (wrong !== undefined) {
    throw optionError(
      'hosts',
      `hosts has “${wrong}”, which is no name of a host, so nothing would be allowed by it. Write it without protocol and port, like “simulator” or “192.168.1.5”.`,
    )
  }
}

function checkApplication({ clientId, clientSecret, redirectUris, machine }: Application): void {
  if ([clientSecret, machine?.clientSecret ?? ''].some(looksLive)) {
    throw optionError(
      'applications',
      `The secret of application “${clientId}” looks like a live one, and live secrets must not be handed to a simulator. Make one up, such as “demo-secret”.`,
    )
  }
  const wrong = redirectUris.find(uri => !isRedirectUri(uri))
  if (wrong !== undefined) {
    throw optionError(
      'applications',
      `Application “${clientId}” has a redirect URI that cannot be registered: “${wrong}”. Nobody could be sent back to it. Give an absolute URL in ASCII without a fragment, or a pattern such as “http://localhost:*”.`,
    )
  }
}

/** Whether a text is a whole host and nothing else: with a port or a `*` it would match nothing. */
function isHostname(host: string): boolean {
  return hostnameOf(host) !== undefined && !/\*|:\d*$/.test(host.replace(/^\[.*\]$/, ''))
}

function isRedirectUri(uri: string): boolean {
  if (/^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\]):\*$/.test(uri)) return true
  return !uri.includes('*') && isRedirectAddress(uri)
}
