// The options of createSmartcarApi, and what they open.

import { optionError } from '../options/option-error.ts'
import { openMachineToken } from '../provider/machine-token.ts'
import type { Fetch } from '../provider/provider-fetch.ts'
import { providerAddress } from '../provider/provider-url.ts'
import type { SimulatorOptions } from '../provider/simulator-option.ts'
import { type Caller, createCaller } from './api-call.ts'
import { type ApiClock, realClock } from './api-clock.ts'

/** Options of {@link createSmartcarApi}. */
export type SmartcarApiOptions = SimulatorOptions & {
  /** The id of the API credential, `client_…`. It is not the application id. */
  clientId: string
  /** The secret of the API credential. */
  clientSecret: string
  /** The token endpoint. @default 'https://iam.smartcar.com/oauth2/token' */
  iamUrl?: string | undefined
  /** The vehicle API. @default 'https://vehicle.api.smartcar.com' */
  apiUrl?: string | undefined
  /** The management API. @default 'https://management.api.smartcar.com' */
  managementUrl?: string | undefined
  /** The compatibility API. @default 'https://compatibility.api.smartcar.com' */
  compatibilityUrl?: string | undefined
  /** The units of answers. @default 'metric' */
  unitSystem?: 'metric' | 'imperial'
  /**
   * How long a call may take with all its waits, in milliseconds, once its turn has come. A command has
   * 310,000. @default 60000
   */
  deadlineMs?: number
  /** How many calls run at once; others wait for their turn. @default 10 */
  maxConcurrent?: number
  /** Sends requests. @default the global fetch */
  fetch?: Fetch
  /** Time. @default the real clock */
  clock?: ApiClock
}

const usual = {
  api: { provider: 'https://vehicle.api.smartcar.com', simulator: '/' },
  management: { provider: 'https://management.api.smartcar.com', simulator: '/' },
  compatibility: { provider: 'https://compatibility.api.smartcar.com', simulator: '/' },
}

/** The three hosts of version 3. */
export type ApiHost = keyof typeof usual

/** What calls are made with. */
export type OpenedApi = {
  readonly call: Caller
  readonly hosts: Readonly<Record<ApiHost, URL>>
}

// Longer waits do not fit into a timer, and nobody waits for a day.
const longestDeadlineMs = 24 * 60 * 60_000

/**
 * Judges the options.
 *
 * @throws {TypeError} naming the option.
 */
export function openApi(options: SmartcarApiOptions): OpenedApi {
  const { fetch: given, clock = realClock, simulator, allowSimulatorInProduction } = options
  const { deadlineMs = 60_000, maxConcurrent = 10, unitSystem = 'metric' } = options
  const { apiUrl, managementUrl, compatibilityUrl } = options
  judge({ fetch: given, clock, deadlineMs, maxConcurrent, unitSystem })
  const send: Fetch = given ?? (request => fetch(request))
  const simulated = { simulator, allowSimulatorInProduction }
  return {
    call: createCaller({
      token: openMachineToken({ ...options, fetch: send, now: clock.now }),
      fetch: send,
      clock,
      deadlineMs,
      maxConcurrent,
      unitSystem,
    }),
    hosts: {
      api: providerAddress('apiUrl', apiUrl, usual.api, simulated),
      management: providerAddress('apiUrl', managementUrl, usual.management, simulated),
      compatibility: providerAddress('apiUrl', compatibilityUrl, usual.compatibility, simulated),
    },
  }
}

function judge(
  options: Record<'fetch' | 'clock' | 'deadlineMs' | 'maxConcurrent' | 'unitSystem', unknown>,
): void {
  const { fetch: given, clock, deadlineMs, maxConcurrent, unitSystem } = options
  if (!isBetween(deadlineMs, 1, longestDeadlineMs)) {
    throw optionError(
      'deadlineMs',
      'deadlineMs is no number of milliseconds from 1 to a day, so calls would end at once or never. Write a number such as 60000, or leave it out.',
    )
  }
  if (!isBetween(maxConcurrent, 1, 1000) || !Number.isInteger(maxConcurrent)) {
    throw optionError(
      'maxConcurrent',
      'maxConcurrent is no whole number from 1 to 1000, so no call would run, or all at once. Write a number such as 10, or leave it out.',
    )
  }
  if (unitSystem !== 'metric' && unitSystem !== 'imperial') {
    throw optionError(
      'unitSystem',
      'unitSystem is neither metric nor imperial, so nobody knows what the figures mean. Write one of the two, or leave it out.',
    )
  }
  if (!hasFunctions(clock, 'now', 'sleep')) {
    throw optionError(
      'clock',
      'clock lacks the functions now and sleep, so no call could wait. Give both, or leave it out.',
    )
  }
  if (given !== undefined && typeof given !== 'function') {
    throw optionError(
      'fetch',
      'fetch is no function, so nothing could be sent. Give a function from Request to Response, or leave it out.',
    )
  }
}

function isBetween(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && value >= least && value <= most
}

function hasFunctions(value: unknown, ...names: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null) return false
  return names.every(name => typeof Reflect.get(value, name) === 'function')
}
