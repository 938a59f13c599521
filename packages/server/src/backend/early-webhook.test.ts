// Webhooks that come while the exchange still waits for the vehicle, on each store.

import { describe, expect, test } from 'vitest'
import { openBackend, vehiclesOf } from '../../test/open-backend.ts'
import { openPostgresTestStore, openSqliteTestStore } from '../../test/open-test-store.ts'
import { usePostgres } from '../../test/use-postgres.ts'
import { createMemoryStore } from '../stores/memory.ts'

const postgresUrl = usePostgres()
// The simulator lives in this moment too.
const offsetMs = 1000

async function openMemory() {
  let nowMs = Date.now()
  function pass(ms: number): void {
    nowMs += ms
  }
  function now(): number {
    return nowMs
  }
  return { store: createMemoryStore({ now }), now, pass, close: async () => {} }
}

function errorEvent(userId: string, vehicleId: string, eventId: string, deliveredAt: number) {
  const errors = [
    { type: 'CONNECTED_SERVICES_ACCOUNT', code: 'AUTHENTICATION_FAILED', state: 'ERROR' },
  ]
  const data = { user: { id: userId }, vehicle: { id: vehicleId, mode: 'live' }, errors }
  return { eventId, eventType: 'VEHICLE_ERROR', data, meta: { deliveredAt } }
}

describe.each([
  ['memory', openMemory],
  ['SQLite', openSqliteTestStore],
  ['PostgreSQL', () => openPostgresTestStore(postgresUrl())],
])('%s', (_, openStore) => {
  async function open(more: Parameters<typeof openBackend>[0] = {}) {
    const { store, now, pass, close } = await openStore()
    pass(Date.now() - now() + offsetMs)
    let onWait: (() => Promise<void>) | undefined
    async function sleep(ms: number): Promise<void> {
      pass(ms)
      await onWait?.()
    }
    const opened = openBackend({ store, clock: { now, sleep }, ...more })
    const { answers, simulator, backend } = opened

    /** Runs something once, while the exchange waits: until then nothing is listed. */
    function whileNothingIsListed(work: (userId: string, vehicleIds: string[]) => Promise<void>) {
      answers.set('/v3/connections', async () => Response.json({ data: [] }))
      onWait = async () => {
        onWait = undefined
        answers.set('/v3/connections', simulator.fetch)
        const vehicleIds: string[] = []
        let userId = ''
        for await (const connection of backend.api.connections()) {
          userId = connection.userId
          vehicleIds.push(connection.vehicle.id)
        }
        await work(userId, vehicleIds)
      }
    }
    return { ...opened, now, pass, close, whileNothingIsListed }
  }

  test('an error that came before its vehicle was stored was forgotten', {
    tags: ['T44'],
  }, async () => {
    const given: string[] = []
    const opened = await open({ onVehicleError: event => void given.push(event.id) })
    const { backend, browser, deliver, now, pass, whileNothingIsListed } = opened
    let failing = ''
    whileNothingIsListed(async (userId, [vehicleId = '']) => {
      failing = vehicleId
      pass(500)
      // Smartcar gets its 2xx at once, and the app its event: nothing is delivered again.
      expect((await deliver(errorEvent(userId, vehicleId, 'early', now()))).status).toBe(200)
      expect(given).toEqual(['early'])
      // The event names a person, and connects nobody.
      expect(await backend.connections('ada')).toEqual([])
    })
    const vehicles = await vehiclesOf(await browser('ada').connect())
    expect(vehicles.find(({ id }) => id === failing)).toMatchObject({ state: 'needs_reauth' })
    expect(vehicles.filter(({ state }) => state === 'connected')).toHaveLength(vehicles.length - 1)
    await expect(backend.vehicle({ user: 'ada', vehicleId: failing })).rejects.toMatchObject({
      code: 'needs_reauth',
    })
    await opened.close()
  })

  test('the end of the error that comes as early counts too', async () => {
    const opened = await open()
    const { browser, deliver, now, pass, whileNothingIsListed } = opened
    whileNothingIsListed(async (userId, [vehicleId = '']) => {
      pass(500)
      await deliver(errorEvent(userId, vehicleId, 'error', now()))
      pass(500)
      const end = errorEvent(userId, vehicleId, 'end', now())
      for (const error of end.data.errors) error.state = 'RESOLVED'
      await deliver(end)
    })
    const vehicles = await vehiclesOf(await browser('ada').connect())
    expect(new Set(vehicles.map(({ state }) => state))).toEqual(new Set(['connected']))
    await opened.close()
  })

  test('an error during a later session stays, and the one that the session mends does not', async () => {
    const opened = await open()
    const { backend, browser, deliver, now, pass, store, whileNothingIsListed } = opened
    const ada = browser('ada')
    const [first, second] = await vehiclesOf(await ada.connect())
    const { smartcarUserId = '' } = (await store.readVehicle('ada', first?.id ?? '')) ?? {}
    pass(60_000)
    await deliver(errorEvent(smartcarUserId, first?.id ?? '', 'before', now()))
    pass(60_000)
    whileNothingIsListed(async userId => {
      pass(500)
      await deliver(errorEvent(userId, second?.id ?? '', 'during', now()))
    })
    await vehiclesOf(await ada.connect())
    const states = (await backend.connections('ada')).map(({ id, state }) => [id, state])
    expect(new Map(states as [string, string][])).toEqual(
      new Map([
        [first?.id, 'connected'],
        [second?.id, 'needs_reauth'],
      ]),
    )
    await opened.close()
  })

  test('an app that needs the user of an event throws, and gets it again when there is one', async () => {
    const users: string[][] = []
    const opened = await open({
      onVehicleState: async event => {
        const rows = await opened.store.vehiclesOfPerson(event.userId ?? '')
        if (rows.length === 0) throw new Error('Nobody has this vehicle yet.')
        users.push([...new Set(rows.map(({ user }) => user))])
      },
    })
    const { browser, deliver, now, whileNothingIsListed } = opened
    let event = {}
    whileNothingIsListed(async (userId, [vehicleId = '']) => {
      const data = { user: { id: userId }, vehicle: { id: vehicleId, mode: 'live' }, signals: [] }
      event = { eventId: 'e', eventType: 'VEHICLE_STATE', data, meta: { deliveredAt: now() } }
      expect((await deliver(event)).status).toBe(503)
    })
    await vehiclesOf(await browser('ada').connect())
    expect((await deliver(event)).status).toBe(200)
    expect(users).toEqual([['ada']])
    await opened.close()
  })
})
