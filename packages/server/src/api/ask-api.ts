// How the calls of version 3 are put together: host, path, query, and what is read from the answer.

import { allPages } from './all-pages.ts'
import type { ApiCall } from './api-call.ts'
import { type ApiPath, apiPath, checkedId } from './api-path.ts'
import { valueAt } from './read-json.ts'
import { readable } from './readable.ts'
import type { VehicleRef } from './smartcar-api-contract.ts'
import { SmartcarApiError } from './smartcar-api-error.ts'
import type { ApiHost, OpenedApi } from './smartcar-api-options.ts'

type Read<T> = (resource: unknown) => T | undefined
type Query = Readonly<Record<string, string>>

/** The four ways to ask. */
export type AskApi = {
  /** Makes one call and returns its answer. */
  readonly ask: (
    host: ApiHost,
    method: ApiCall['method'],
    path: ApiPath,
    more?: Omit<Partial<ApiCall>, 'method' | 'url' | 'what'> & { readonly query?: Query },
  ) => Promise<unknown>
  /** Reads one resource. */
  readonly one: <T>(host: ApiHost, path: ApiPath, read: Read<T>) => Promise<T>
  /** Reads a list, page by page. */
  readonly list: <T>(
    host: ApiHost,
    path: ApiPath,
    query: Query,
    read: Read<T>,
  ) => AsyncGenerator<T, void, undefined>
  /** Changes something in a car. */
  readonly send: (
    car: VehicleRef,
    method: 'POST' | 'DELETE',
    below: ApiPath,
    attributes?: Readonly<Record<string, unknown>>,
  ) => Promise<unknown>
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

/** Creates the ways to ask. @param opened judges the options at the first call. */
export function createAskApi(opened: () => Promise<OpenedApi>): AskApi {
  function addressOf({ hosts }: OpenedApi, host: ApiHost, path: ApiPath, query: Query): URL {
    const url = new URL(`/v3${path.path}`, hosts[host])
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    return url
  }

  const ask: AskApi['ask'] = async (host, method, path, { query = {}, ...more } = {}) => {
    const api = await opened()
    const url = addressOf(api, host, path, query)
    return api.call({ ...more, method, url, what: `${method} /v3${path.what}` })
  }

  return {
    ask,
    async one(host, path, read) {
      const answer = await ask(host, 'GET', path)
      return readable(read(valueAt(answer, 'data') ?? answer), `GET /v3${path.what}`)
    },
    async *list(host, path, query, read) {
      const api = await opened()
      const what = `GET /v3${path.what}`
      const first = addressOf(api, host, path, query)
      function readPage(url: URL): Promise<unknown> {
        return api.call({ method: 'GET', url, what })
      }
      for await (const item of allPages(first, readPage, what)) {
        yield readable(read(item), what)
      }
    },
    async send({ userId, vehicleId }, method, below, attributes = {}) {
      const vehicle = apiPath('/vehicles/{id}', vehicleId)
      const path = { path: vehicle.path + below.path, what: vehicle.what + below.what }
      const hasAttributes = Object.keys(attributes).length > 0
      const answer = await ask('api', method, path, {
        userId: checkedId(userId),
        isCommand: true,
        ...(hasAttributes && { attributes }),
      })
      // Without a body it was accepted, and nothing more is known.
      if (answer === undefined || isObject(valueAt(answer, 'data'))) return answer
      throw new SmartcarApiError(
        `Smartcar’s answer to ${method} /v3${path.what} has another form than documented, so nobody knows what the car did. Look at the signal before you send it again.`,
        { failure: 'unreadable', isOutcomeUnknown: true },
      )
    },
  }
}
