// createSmartcarApi: the whole of version 3, typed, with one token for the application.

import { judgeOnce } from '../options/judge-once.ts'
import { openMachineToken } from '../provider/machine-token.ts'
import type { Fetch } from '../provider/provider-fetch.ts'
import { providerAddress } from '../provider/provider-url.ts'
import type { SimulatorOptions } from '../provider/simulator-option.ts'
import { allPages } from './all-pages.ts'
import { type ApiCall, type Caller, createCaller } from './api-call.ts'
import { type ApiClock, realClock } from './api-clock.ts'
import { type ChargeSchedule, scheduleIdOf, wrongSchedule } from './charge-schedule.ts'
import { type CommandAttributes, type CommandName, wrongAttributes } from './command-catalogue.ts'
import { textAt, timeAt, valueAt } from './read-json.ts'
import {
  type CompatibleVehicle,
  type Connection,
  readCompatibleVehicle,
  readConnection,
  readSubscription,
  readVehicle,
  readWebhook,
  type Subscription,
  type VehicleInfo,
  type WebhookInfo,
} from './resources.ts'
import { readSignal, type Signal, type SignalCode } from './signal.ts'
import { SmartcarApiError } from './smartcar-api-error.ts'

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
  /** How long a call may take with all its waits, in milliseconds. A command has 310,000. @default 60000 */
  deadlineMs?: number
  /** How many calls run at once; others wait for their turn. @default 10 */
  maxConcurrent?: number
  /** Sends requests. @default the global fetch */
  fetch?: Fetch
  /** Time. @default the real clock */
  clock?: ApiClock
}

/** A car, and the person who connected it: version 3 asks for both. */
export type CarRef = {
  /** Smartcar's id of the person, from a connection. Never one that a browser sent. */
  readonly userId: string
  /** Smartcar's id of the vehicle, from a connection. Never one that a browser sent. */
  readonly vehicleId: string
}

/** What connections are looked up by. */
export type ConnectionFilter = {
  readonly userId?: string
  readonly vehicleId?: string
  /** The application's own id of the person. */
  readonly externalId?: string
  /** Live and simulated vehicles are two lists. @default 'live' */
  readonly mode?: 'live' | 'simulated'
}

/** All signals of a car, as Smartcar stored them last. */
export type Signals = {
  readonly vehicle: VehicleInfo | undefined
  readonly all: readonly Signal[]
  /** The signal of a code, with the type of its body; `undefined` where the car has none. */
  readonly get: <Code extends SignalCode>(code: Code) => Signal<Code> | undefined
}

/** What came of a command. */
export type CommandResult = {
  /** Whether the car carried it out. */
  readonly ok: boolean
  /** The provider's word: `SUCCESS`; the set is open. */
  readonly status: string | undefined
  /** The provider's id of the execution. */
  readonly id: string | undefined
  readonly executedAt: Date | undefined
  readonly completedAt: Date | undefined
}

/** The whole of version 3. Every call rejects with a `SmartcarApiError`. */
export type SmartcarApi = {
  /** The connections of the application, newest first, page by page. */
  readonly connections: (filter?: ConnectionFilter) => AsyncGenerator<Connection, void, undefined>
  readonly connection: (connectionId: string) => Promise<Connection>
  /** Ends the application's access to one vehicle. */
  readonly disconnect: (connectionId: string) => Promise<void>
  /** Removes a person with all connections and data. */
  readonly removeUser: (userId: string) => Promise<void>
  readonly vehicle: (vehicleId: string) => Promise<VehicleInfo>
  /** Every signal that Smartcar stored. It reads a store and does not wake the car. */
  readonly signals: (car: CarRef) => Promise<Signals>
  readonly signal: <Code extends SignalCode>(car: CarRef, code: Code) => Promise<Signal<Code>>
  /**
   * Sends a command and waits for what comes of it, minutes if it must. It is never sent twice unless
   * the provider turned it away.
   *
   * @throws {TypeError} for attributes that the provider would refuse.
   */
  readonly command: <Name extends CommandName>(
    car: CarRef,
    name: Name,
    ...attributes: object extends CommandAttributes<Name> ? [] : [CommandAttributes<Name>]
  ) => Promise<CommandResult>
  /** Makes a charge schedule. Tesla and, daily only, Volvo have them. */
  readonly addChargeSchedule: (
    car: CarRef,
    schedule: ChargeSchedule,
  ) => Promise<CommandResult & { readonly scheduleId: string | undefined }>
  readonly removeChargeSchedule: (car: CarRef, scheduleId: string) => Promise<CommandResult>
  readonly webhooks: () => AsyncGenerator<WebhookInfo, void, undefined>
  readonly webhook: (webhookId: string) => Promise<WebhookInfo>
  readonly subscriptions: (filter?: {
    readonly userId?: string
    readonly webhookId?: string
    readonly vehicleId?: string
    readonly mode?: 'live' | 'simulated'
  }) => AsyncGenerator<Subscription, void, undefined>
  readonly subscription: (subscriptionId: string) => Promise<Subscription>
  /** Subscribes a webhook to a car. Smartcar does it a moment later; one that exists is no error. */
  readonly subscribe: (webhookId: string, car: CarRef) => Promise<void>
  readonly unsubscribe: (subscriptionId: string) => Promise<void>
  /** What can be connected, and what it can do. Public and large: keep the answer for a day. */
  readonly compatibleVehicles: (filter?: {
    readonly region?: 'US' | 'CA' | 'EUROPE'
    readonly make?: string
    readonly powertrainType?: 'ICE' | 'BEV' | 'PHEV'
  }) => Promise<readonly CompatibleVehicle[]>
}

const usual = {
  api: { provider: 'https://vehicle.api.smartcar.com', simulator: '/' },
  management: { provider: 'https://management.api.smartcar.com', simulator: '/' },
  compatibility: { provider: 'https://compatibility.api.smartcar.com', simulator: '/' },
}

type Opened = {
  readonly call: Caller
  readonly hosts: Readonly<Record<keyof typeof usual, URL>>
}

/**
 * Creates the client of version 3. Nothing is asked for and nothing is judged before the first call.
 *
 * Danger: it has the application's whole power, one token for the cars of every person. Give it only
 * ids that your server found itself, never one that a browser sent.
 *
 * @see https://smartcar.com/docs/api-reference/vehicles-api-intro
 */
export function createSmartcarApi(options: SmartcarApiOptions): SmartcarApi {
  const opened = judgeOnce(() => open(options))

  async function ask(
    host: keyof typeof usual,
    method: ApiCall['method'],
    path: Path,
    more: Omit<Partial<ApiCall>, 'method' | 'url' | 'what'> = {},
  ): Promise<unknown> {
    const { call, hosts } = await opened()
    const url = new URL(`/v3${path.path}`, hosts[host])
    return call({ ...more, method, url, what: `${method} /v3${path.what}` })
  }

  async function* list<T>(
    host: keyof typeof usual,
    path: Path,
    query: Readonly<Record<string, string | undefined>>,
    read: (resource: unknown) => T | undefined,
  ): AsyncGenerator<T, void, undefined> {
    const { call, hosts } = await opened()
    const first = new URL(`/v3${path.path}`, hosts[host])
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) first.searchParams.set(name, value)
    }
    const what = `GET /v3${path.what}`
    for await (const item of allPages(first, url => call({ method: 'GET', url, what }))) {
      yield readable(read(item), what)
    }
  }

  async function one<T>(
    host: keyof typeof usual,
    path: Path,
    read: (resource: unknown) => T | undefined,
  ): Promise<T> {
    const answer = await ask(host, 'GET', path)
    return readable(read(valueAt(answer, 'data') ?? answer), `GET /v3${path.what}`)
  }

  async function send(
    { userId, vehicleId }: CarRef,
    method: 'POST' | 'DELETE',
    below: Path,
    attributes: Readonly<Record<string, unknown>> = {},
  ): Promise<unknown> {
    const vehicle = at('/vehicles/{id}', vehicleId)
    const path = { path: vehicle.path + below.path, what: vehicle.what + below.what }
    const hasAttributes = Object.keys(attributes).length > 0
    return ask('api', method, path, {
      userId: checkedId(userId),
      isCommand: true,
      ...(hasAttributes && { attributes }),
    })
  }

  return {
    connections: ({ userId, vehicleId, externalId, mode = 'live' } = {}) =>
      list(
        'api',
        at('/connections'),
        {
          'page[size]': '50',
          'filter[userId]': userId,
          'filter[vehicleId]': vehicleId,
          'filter[user.externalId]': externalId,
          'filter[vehicle.mode]': mode,
        },
        readConnection,
      ),
    connection: async id => one('api', at('/connections/{id}', id), readConnection),
    async disconnect(id) {
      await ask('api', 'DELETE', at('/connections/{id}', id))
    },
    async removeUser(id) {
      await ask('api', 'DELETE', at('/users/{id}', id))
    },
    vehicle: async id => one('api', at('/vehicles/{id}', id), readVehicle),
    async signals({ userId, vehicleId }) {
      const path = at('/vehicles/{id}/signals', vehicleId)
      const answer = await ask('api', 'GET', path, { userId: checkedId(userId) })
      const data = valueAt(answer, 'data')
      const all = readable(Array.isArray(data) ? data : undefined, `GET /v3${path.what}`)
        .map(readSignal)
        .filter(signal => signal !== undefined)
      return {
        vehicle: readVehicle(valueAt(answer, 'included', 'vehicle')),
        all,
        get: <Code extends SignalCode>(wanted: Code) =>
          all.find(({ code }) => code === wanted) as Signal<Code> | undefined,
      }
    },
    async signal<Code extends SignalCode>({ userId, vehicleId }: CarRef, code: Code) {
      const path = at('/vehicles/{id}/signals/{id}', vehicleId, code)
      const answer = await ask('api', 'GET', path, { userId: checkedId(userId) })
      const signal = readSignal(valueAt(answer, 'data') ?? answer)
      const wanted = signal?.code === code ? signal : undefined
      return readable(wanted, `GET /v3${path.what}`) as Signal<Code>
    },
    async command(car, name, ...given) {
      const attributes = Object.fromEntries(Object.entries(given[0] ?? {}))
      const wrong = wrongAttributes(name, attributes)
      if (wrong !== undefined) throw new TypeError(wrong)
      return commandResult(await send(car, 'POST', at(`/commands/${name}`), attributes))
    },
    async addChargeSchedule(car, { type, ...attributes }) {
      const wrong = wrongSchedule({ type, ...attributes } as ChargeSchedule)
      if (wrong !== undefined) throw new TypeError(wrong)
      const answer = await send(car, 'POST', at(`/charge-schedules/${type}`), attributes)
      return { ...commandResult(answer), scheduleId: scheduleIdOf(answer) }
    },
    async removeChargeSchedule(car, scheduleId) {
      return commandResult(await send(car, 'DELETE', at('/charge-schedules/{id}', scheduleId)))
    },
    webhooks: () => list('management', at('/webhooks'), { 'page[size]': '100' }, readWebhook),
    webhook: async id => one('management', at('/webhooks/{id}', id), readWebhook),
    subscriptions: ({ userId, webhookId, vehicleId, mode } = {}) =>
      list(
        'management',
        at('/subscriptions'),
        {
          'page[size]': '100',
          'filter[userId]': userId,
          'filter[webhookId]': webhookId,
          'filter[vehicleId]': vehicleId,
          'filter[vehicle.mode]': mode,
        },
        readSubscription,
      ),
    subscription: async id => one('management', at('/subscriptions/{id}', id), readSubscription),
    async subscribe(webhookId, { userId, vehicleId }) {
      try {
        const attributes = { webhookId, userId, vehicleId }
        await ask('management', 'POST', at('/subscriptions'), { attributes })
      } catch (error) {
        // There is one already, which is what was wanted.
        if (!(error instanceof SmartcarApiError) || error.status !== 409) throw error
      }
    },
    async unsubscribe(id) {
      await ask('management', 'DELETE', at('/subscriptions/{id}', id))
    },
    async compatibleVehicles({ region, make, powertrainType } = {}) {
      const { call, hosts } = await opened()
      const url = new URL('/v3/compatible-vehicles', hosts.compatibility)
      const filters = { region, make, powertrainType }
      for (const [name, value] of Object.entries(filters)) {
        if (value !== undefined) url.searchParams.set(`filter[${name}]`, value)
      }
      const what = 'GET /v3/compatible-vehicles'
      const data = valueAt(await call({ method: 'GET', url, what, isPublic: true }), 'data')
      return readable(Array.isArray(data) ? data : undefined, what)
        .map(readCompatibleVehicle)
        .filter(model => model !== undefined)
    },
  }
}

function open(options: SmartcarApiOptions): Opened {
  const { fetch: given, clock = realClock, simulator, allowSimulatorInProduction } = options
  const send: Fetch = given ?? (request => fetch(request))
  const { apiUrl, managementUrl, compatibilityUrl } = options
  const simulated = { simulator, allowSimulatorInProduction }
  return {
    call: createCaller({
      token: openMachineToken({ ...options, fetch: send, now: clock.now }),
      fetch: send,
      clock,
      deadlineMs: options.deadlineMs ?? 60_000,
      maxConcurrent: options.maxConcurrent ?? 10,
      unitSystem: options.unitSystem ?? 'metric',
    }),
    hosts: {
      api: providerAddress('apiUrl', apiUrl, usual.api, simulated),
      management: providerAddress('apiUrl', managementUrl, usual.management, simulated),
      compatibility: providerAddress('apiUrl', compatibilityUrl, usual.compatibility, simulated),
    },
  }
}

/** A path with ids in it, and how it is called in messages. */
type Path = { readonly path: string; readonly what: string }

/** Puts ids in the places of `{id}`. */
function at(what: string, ...ids: readonly string[]): Path {
  let next = 0
  return { path: what.replace(/\{id\}/g, () => encodeURIComponent(checkedId(ids[next++]))), what }
}

/** An id that is empty or a step in a path would ask for something else than meant. */
function checkedId(id: string | undefined): string {
  if (typeof id === 'string' && id !== '' && !/^\.{1,2}$/.test(id)) return id
  throw new TypeError(
    'An id is empty, so the call would be about something else. Give the id that a connection has.',
  )
}

function readable<T>(value: T | undefined, what: string): T {
  if (value !== undefined) return value
  throw new SmartcarApiError(
    `Smartcar’s answer to ${what} has another form than documented, so nothing is known. Report it if it stays so.`,
    { failure: 'unreadable' },
  )
}

function commandResult(answer: unknown): CommandResult {
  const data = valueAt(answer, 'data')
  const status =
    textAt(data, 'attributes', 'status', 'value') ?? textAt(data, 'attributes', 'status')
  return {
    ok: status === undefined || status === 'SUCCESS',
    status,
    id: textAt(data, 'id'),
    executedAt: timeAt(data, 'meta', 'executedAt'),
    completedAt: timeAt(data, 'meta', 'completedAt'),
  }
}
