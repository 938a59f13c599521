// What the open pages of a person hear when a vehicle comes or goes.

import { expect, test } from 'vitest'
import { pageOrigin } from '../../test/backend-browser.ts'
import { type OpenedBackend, openBackend, vehiclesOf } from '../../test/open-backend.ts'

/** Opens `GET …/events` as a page of a user; `close` ends it and tells what it heard. */
async function openPage({ backend }: OpenedBackend, user: string) {
  const gone = new AbortController()
  const headers = { 'sec-fetch-site': 'same-origin', 'x-test-user': user }
  const address = `${pageOrigin}/api/smartcar/events`
  const response = await backend.fetch(new Request(address, { headers, signal: gone.signal }))
  const text = response.text()
  return {
    async close(): Promise<string[]> {
      gone.abort()
      return [...(await text).matchAll(/^data: (.+)$/gm)].map(([, data = '']) => {
        const { type, vehicleId } = JSON.parse(data)
        return `${type} ${vehicleId}`
      })
    },
  }
}

/** Ada has cars, and bob, who proved the same person, has them too. Each has a page open, and so has eve. */
async function openAll(more: Parameters<typeof openBackend>[0] = {}) {
  const opened = openBackend(more)
  const { browser } = opened
  const vehicles = await vehiclesOf(await browser('ada').connect())
  const bob = browser('bob')
  const { address, state } = await bob.start()
  await vehiclesOf(await bob.exchange(state, await bob.walk(address, 'ada@example.com')))
  const [vehicleId = '', ...others] = vehicles.map(({ id }) => id)
  const pages = [
    await openPage(opened, 'ada'),
    await openPage(opened, 'bob'),
    await openPage(opened, 'eve'),
  ]
  function heard(): Promise<string[][]> {
    return Promise.all(pages.map(page => page.close()))
  }
  return { ...opened, vehicleId, others, heard }
}

/** Ends a connection as its person does on Smartcar's own page. */
async function endElsewhere({ backend }: OpenedBackend, vehicleId: string): Promise<void> {
  for await (const { id } of backend.api.connections({ vehicleId })) {
    await backend.api.disconnect(id)
  }
}

test('another tab hears of a car that was connected in the first, and no other person does', async () => {
  const opened = openBackend()
  const otherTab = await openPage(opened, 'ada')
  const stranger = await openPage(opened, 'eve')
  const vehicles = await vehiclesOf(await opened.browser('ada').connect())
  expect(await otherTab.close()).toEqual(vehicles.map(({ id }) => `connected ${id}`))
  expect(await stranger.close()).toEqual([])
})

test('every page hears of a car that its person signed in to again', async () => {
  const { browser, vehicleId, heard } = await openAll()
  await vehiclesOf(await browser('ada').connect({ body: { vehicleId } }))
  expect(await heard()).toEqual([[`connected ${vehicleId}`], [], []])
})

test('a disconnection on a page, and one by the app, is told to everybody who had the car', async () => {
  const { backend, browser, vehicleId, others, heard } = await openAll()
  expect((await browser('ada').post('disconnect', { vehicleId })).status).toBe(204)
  await backend.disconnect({ user: 'bob', vehicleId: others[0] ?? '' })
  const all = [`disconnected ${vehicleId}`, `disconnected ${others[0]}`]
  expect(await heard()).toEqual([all, all, []])
})

test('the call that finds a car gone told nobody', async () => {
  const opened = await openAll()
  const { backend, vehicleId, heard } = opened
  const car = await backend.vehicle({ user: 'ada', vehicleId })
  await endElsewhere(opened, vehicleId)
  await expect(car.signals()).rejects.toMatchObject({ status: 404 })
  expect(await heard()).toEqual([[`disconnected ${vehicleId}`], [`disconnected ${vehicleId}`], []])
})

test('the session that finds a car gone told nobody', async () => {
  const opened = await openAll()
  const { browser, store, vehicleId, others, heard } = opened
  // Each is told once, though their rows were written at different times.
  for (const [user, agoMs] of [
    ['ada', 3_600_000],
    ['bob', 1_800_000],
  ] as const) {
    const row = await store.readVehicle(user, vehicleId)
    if (row) await store.saveVehicle({ ...row, stateMs: Date.now() - agoMs })
  }
  await endElsewhere(opened, vehicleId)
  expect((await browser('ada').connect({ brand: 'Kia' })).status).toBe(200)
  const [adas = [], bobs] = await heard()
  expect(adas).toContain(`disconnected ${vehicleId}`)
  expect(adas).not.toContain(`disconnected ${others[0]}`)
  expect(bobs).toEqual([`disconnected ${vehicleId}`])
})

test('the call that asks for a sign-in tells the pages', async () => {
  const { backend, answers, vehicleId, heard } = await openAll()
  const error = { status: '400', type: 'CONNECTED_SERVICES_ACCOUNT', code: 'AUTHENTICATION_FAILED' }
  answers.set(`/v3/vehicles/${vehicleId}/signals`, async () =>
    Response.json({ errors: [error] }, { status: 400 }),
  )
  const car = await backend.vehicle({ user: 'ada', vehicleId })
  await expect(car.signals()).rejects.toMatchObject({ code: 'AUTHENTICATION_FAILED' })
  expect((await heard())[0]).toEqual([`problem ${vehicleId}`])
})
