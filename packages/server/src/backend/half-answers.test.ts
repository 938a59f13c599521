// Answers of Smartcar that are no proof that a connection ended: nothing is forgotten.

import { expect, test } from 'vitest'
import { openBackend, vehiclesOf } from '../../test/open-backend.ts'

const json = { 'content-type': 'application/json' }
const notFound = { status: '404', type: 'RESOURCE_NOT_FOUND', code: 'VEHICLE_NOT_FOUND' }

async function connected() {
  const opened = openBackend()
  const [{ id: vehicleId = '' } = {}] = await vehiclesOf(await opened.browser('ada').connect())
  const { connectionId } = (await opened.store.readVehicle('ada', vehicleId)) ?? {}
  async function isKnown(): Promise<boolean> {
    return (await opened.store.readVehicle('ada', vehicleId)) !== undefined
  }
  return { ...opened, vehicleId, connectionId, isKnown }
}

test.each(['{}', 'null', '{"data":null}', '{"connections":[]}', '{"data":[],"links":{"next":7}}'])(
  'a vehicle that is not found stays where the list of connections is %s',
  { tags: ['T36'] },
  async body => {
    const { backend, answers, vehicleId, isKnown } = await connected()
    const car = await backend.vehicle({ user: 'ada', vehicleId })
    answers.set(`/v3/vehicles/${vehicleId}/signals`, async () =>
      Response.json({ errors: [notFound] }, { status: 404 }),
    )
    answers.set('/v3/connections', async () => new Response(body, { headers: json }))
    await expect(car.signals()).rejects.toMatchObject({ status: 404 })
    expect(await isKnown()).toBe(true)
  },
)

test.each([
  ['a page of a proxy', '<h1>Not found</h1>', { 'content-type': 'text/html' }],
  ['a gateway', '{"message":"no route"}', json],
  ['another address of Smartcar', JSON.stringify({ errors: [notFound] }), json],
])('what %s does not find is still connected, and stays', { tags: ['T36'] }, async (...given) => {
  const [, body, headers] = given
  const { backend, browser, answers, vehicleId, connectionId, isKnown } = await connected()
  answers.set(`/v3/connections/${connectionId}`, async () => {
    return new Response(body, { status: 404, headers })
  })
  const ref = { user: 'ada', vehicleId }
  await expect(backend.disconnect(ref)).rejects.toMatchObject({ status: 404 })
  expect((await browser('ada').post('disconnect', { vehicleId })).status).toBe(502)
  expect(await isKnown()).toBe(true)
  answers.clear()
  await backend.disconnect(ref)
  expect(await isKnown()).toBe(false)
})

test('a failure that says nothing about the connection ends nothing, whatever the list says', async () => {
  const { backend, answers, vehicleId, connectionId, isKnown } = await connected()
  answers.set(`/v3/connections/${connectionId}`, async () => {
    return Response.json({ errors: [{ status: '403', type: 'PERMISSION' }] }, { status: 403 })
  })
  answers.set('/v3/connections', async () => Response.json({ data: [] }))
  const ending = backend.disconnect({ user: 'ada', vehicleId })
  await expect(ending).rejects.toMatchObject({ status: 403 })
  expect(await isKnown()).toBe(true)
})

test('a connection that ended elsewhere already is disconnected', async () => {
  const { backend, vehicleId, connectionId = '', isKnown } = await connected()
  await backend.api.disconnect(connectionId ?? '')
  await backend.disconnect({ user: 'ada', vehicleId })
  expect(await isKnown()).toBe(false)
})

test('a list that leads on and on is not read for ever', { tags: ['T36'] }, async () => {
  const { browser, answers, simulator, store, vehicleId } = await connected()
  const row = await store.readVehicle('ada', vehicleId)
  if (row === undefined) throw new Error('Ada has no vehicle.')
  await store.saveVehicle({ ...row, vehicleId: 'ended', stateMs: 1 })
  const [item] = (await listOf(simulator.fetch)).data
  let asked = 0
  answers.set('/v3/connections', async request => {
    if (!new URL(request.url).search.includes('userId')) return simulator.fetch(request)
    asked += 1
    if (asked > 20) throw new Error('It is read for ever.')
    return Response.json({ data: [item], links: { next: '?page%5Bnumber%5D=1' } })
  })
  expect((await browser('ada').connect()).status).toBe(200)
  expect(asked).toBe(2)
  expect(await store.readVehicle('ada', 'ended')).toBeDefined()
})

async function listOf(send: (request: Request) => Promise<Response>) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const body =
    'grant_type=client_credentials&client_id=client_demo&client_secret=demo-machine-secret'
  const origin = 'http://localhost:4010'
  const asking = new Request(`${origin}/oauth2/token`, { method: 'POST', headers, body })
  const { access_token } = (await (await send(asking)).json()) as { access_token: string }
  const authorization = `Bearer ${access_token}`
  const list = await send(new Request(`${origin}/v3/connections`, { headers: { authorization } }))
  return (await list.json()) as { data: unknown[] }
}
