// createSmartcarApi: the whole of version 3, typed, with one token for the application.

import { judgeOnce } from '../options/judge-once.ts'
import { apiPath, checkedId, filters } from './api-path.ts'
import { createAskApi } from './ask-api.ts'
import { type ChargeSchedule, scheduleIdOf, wrongSchedule } from './charge-schedule.ts'
import { wrongAttributes } from './command-catalogue.ts'
import { commandResult } from './command-result.ts'
import { valueAt } from './read-json.ts'
import { readable } from './readable.ts'
import {
  readCompatibleVehicle,
  readConnection,
  readSubscription,
  readVehicle,
  readWebhook,
} from './resources.ts'
import { readSignal, type Signal, type SignalCode } from './signal.ts'
import type { SmartcarApi, VehicleRef } from './smartcar-api-contract.ts'
import { SmartcarApiError } from './smartcar-api-error.ts'
import { openApi, type SmartcarApiOptions } from './smartcar-api-options.ts'

/**
 * Creates the client of version 3. Nothing is asked for and nothing is judged before the first call.
 *
 * Danger: it has the application's whole power, one token for the cars of every person. Give it only
 * ids that your server found itself, never one that a browser sent.
 *
 * @returns the client; mistakes in the options make its calls reject with a `TypeError`
 * @see https://smartcar.com/docs/api-reference/vehicles-api-intro
 */
export function createSmartcarApi(options: SmartcarApiOptions): SmartcarApi {
  const { ask, list, one, send } = createAskApi(judgeOnce(() => openApi(options)))

  return {
    connections: ({ userId, vehicleId, externalId, mode = 'live' } = {}) =>
      list(
        'api',
        apiPath('/connections'),
        {
          'page[size]': '50',
          ...filters({
            userId,
            vehicleId,
            'user.externalId': externalId,
            'vehicle.mode': mode,
          }),
        },
        readConnection,
      ),
    connection: async id => one('api', apiPath('/connections/{id}', id), readConnection),
    async disconnect(id) {
      await ask('api', 'DELETE', apiPath('/connections/{id}', id))
    },
    async removeUser(id) {
      await ask('api', 'DELETE', apiPath('/users/{id}', id))
    },
    vehicle: async id => one('api', apiPath('/vehicles/{id}', id), readVehicle),
    async signals({ userId, vehicleId }) {
      const path = apiPath('/vehicles/{id}/signals', vehicleId)
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
    async signal<Code extends SignalCode>({ userId, vehicleId }: VehicleRef, code: Code) {
      const path = apiPath('/vehicles/{id}/signals/{id}', vehicleId, code)
      const answer = await ask('api', 'GET', path, { userId: checkedId(userId) })
      const signal = readSignal(valueAt(answer, 'data') ?? answer)
      const wanted = signal?.code === code ? signal : undefined
      return readable(wanted, `GET /v3${path.what}`) as Signal<Code>
    },
    async command(car, name, ...given) {
      const attributes = Object.fromEntries(Object.entries(given[0] ?? {}))
      const wrong = wrongAttributes(name, attributes)
      if (wrong !== undefined) throw new TypeError(wrong)
      return commandResult(await send(car, 'POST', apiPath(`/commands/${name}`), attributes))
    },
    async addChargeSchedule(car, { type, ...attributes }) {
      const wrong = wrongSchedule({ type, ...attributes } as ChargeSchedule)
      if (wrong !== undefined) throw new TypeError(wrong)
      const answer = await send(car, 'POST', apiPath(`/charge-schedules/${type}`), attributes)
      return { ...commandResult(answer), scheduleId: scheduleIdOf(answer) }
    },
    async removeChargeSchedule(car, scheduleId) {
      return commandResult(await send(car, 'DELETE', apiPath('/charge-schedules/{id}', scheduleId)))
    },
    webhooks: () => list('management', apiPath('/webhooks'), { 'page[size]': '100' }, readWebhook),
    webhook: async id => one('management', apiPath('/webhooks/{id}', id), readWebhook),
    subscriptions: ({ userId, webhookId, vehicleId, mode } = {}) =>
      list(
        'management',
        apiPath('/subscriptions'),
        {
          'page[size]': '100',
          ...filters({ userId, webhookId, vehicleId, 'vehicle.mode': mode }),
        },
        readSubscription,
      ),
    subscription: async id =>
      one('management', apiPath('/subscriptions/{id}', id), readSubscription),
    async subscribe(webhookId, { userId, vehicleId }) {
      try {
        const attributes = { webhookId, userId, vehicleId }
        await ask('management', 'POST', apiPath('/subscriptions'), { attributes })
      } catch (error) {
        // There is one already, which is what was wanted.
        if (!(error instanceof SmartcarApiError) || error.status !== 409) throw error
      }
    },
    async unsubscribe(id) {
      await ask('management', 'DELETE', apiPath('/subscriptions/{id}', id))
    },
    async compatibleVehicles({ region, make, powertrainType } = {}) {
      const path = apiPath('/compatible-vehicles')
      const query = filters({ region, make, powertrainType })
      const answer = await ask('compatibility', 'GET', path, { query, isPublic: true })
      const data = valueAt(answer, 'data')
      return readable(Array.isArray(data) ? data : undefined, `GET /v3${path.what}`)
        .map(readCompatibleVehicle)
        .filter(model => model !== undefined)
    },
  }
}
