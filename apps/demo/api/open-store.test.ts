// The demo's two databases.

import { createSimulator } from 'smartcar-connect-simulator'
import { expect, test } from 'vitest'
import { connectInSimulator } from '../../../packages/server/test/connect-in-simulator.ts'
import { exchangeRequest } from '../../../packages/server/test/exchange-request.ts'
import { startPostgres } from '../../../packages/server/test/start-postgres.ts'
import type { Cars } from './car.ts'
import { createDemoApi } from './demo-api.ts'
import type { LiveCar } from './live-car.ts'
import { type OpenStore, openStore } from './open-store.ts'
import { startLiveDemo } from './test/live-demo.ts'

async function connectCar({ store }: OpenStore): Promise<Cars> {
  const simulator = createSimulator()
  const api = createDemoApi({
    simulatorUrl: 'http://localhost:4010',
    appOrigin: 'http://localhost:5173',
    clientId: 'demo-client',
    clientSecret: 'demo-secret',
    store,
    fetch: simulator.fetch,
  })
  const first = await api.fetch(new Request('http://localhost:5173/api/cars'))
  const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? ''
  const code = (await connectInSimulator(simulator.fetch)).get('code')
  const request = exchangeRequest({ code }, { headers: { cookie } })
  const response = await api.fetch(new Request('http://localhost:5173/api/code/exchange', request))
  return (await response.json()) as Cars
}

// By version 3: the car is read back from the store.
async function connectLiveCar({ store }: OpenStore): Promise<LiveCar[]> {
  const { connectCar, cars } = await startLiveDemo({ store }).openPage('ADAADAADAADAADAAD')
  await connectCar()
  return cars()
}

test('is SQLite by default', async () => {
  const opened = openStore(undefined)
  expect(opened.name).toBe('SQLite')
  expect((await connectCar(opened)).cars).toHaveLength(2)
  expect(await connectLiveCar(opened)).toMatchObject([{ make: 'TESLA' }])
  await opened.close()
})

test('is PostgreSQL when it is given an address', async () => {
  const postgres = await startPostgres()
  const opened = openStore(postgres.url)
  expect(opened.name).toBe('PostgreSQL')
  expect((await connectCar(opened)).cars).toHaveLength(2)
  expect(await connectLiveCar(opened)).toMatchObject([{ make: 'TESLA' }])
  await opened.close()
  await postgres.stop()
}, 60_000)
