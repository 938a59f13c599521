// The list of cars: when it is loaded, who sees it, and what disconnecting does to it.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Answer, idsOf, leaf, niro, openCarsPage, settled } from '../../test/open-cars-page.ts'
import { createConnectedCars } from './create-connected-cars.ts'

let page: ReturnType<typeof openCarsPage>

beforeEach(() => {
  page = openCarsPage()
})
afterEach(() => page.leave())

test('asks for nothing before somebody watches, then once for all who do', async () => {
  const cars = createConnectedCars({ backend: page.backend })
  const other = createConnectedCars({ backend: page.backend })
  await settled()
  expect(page.asked).toEqual([])
  expect(cars.getState()).toEqual({ status: 'loading', cars: [] })
  page.watch(cars)
  page.watch(other)
  await settled()
  expect(page.asked.map(({ url }) => url)).toEqual([`${page.backend}/connections`])
  expect(cars.getState()).toEqual({ status: 'ready', cars: [niro] })
  expect(other.getState()).toBe(cars.getState())
})

test('asks as the backend wants it: no cache, with cookies, with the header against forgery', async () => {
  page.watch(createConnectedCars({ backend: page.backend }))
  await settled()
  expect(page.asked[0]?.init).toMatchObject({
    cache: 'no-store',
    credentials: 'include',
    redirect: 'error',
    headers: { 'x-smartcar-connect': '1' },
  })
  expect(page.asked[0]?.init.method ?? 'GET').toBe('GET')
  expect(page.asked[0]?.init.body).toBeUndefined()
})

test('forgets the list when the last one has stopped, not while React mounts anew', async () => {
  const cars = createConnectedCars({ backend: page.backend })
  const stop = cars.subscribe(() => {})
  const stopListening = cars.listen()
  stop()
  stopListening()
  const again = [cars.subscribe(() => {}), cars.listen()]
  await settled()
  expect(page.asked).toHaveLength(1)
  expect(page.open()).toHaveLength(1)
  for (const end of again) end()
  await settled()
  expect(page.open()).toEqual([])
  expect(createConnectedCars({ backend: page.backend }).getState()).toEqual({
    status: 'loading',
    cars: [],
  })
})

test('one that watches again, as after it was hidden, shows the old list until the new one came', async () => {
  const cars = createConnectedCars({ backend: page.backend })
  cars.subscribe(() => {})()
  const stop = cars.subscribe(() => {})
  await settled()
  stop()
  await settled()
  page.answer = () => Response.json([leaf])
  page.watch(cars)
  expect(idsOf(cars)).toEqual(['niro'])
  await settled()
  expect(idsOf(cars)).toEqual(['leaf'])
  expect(page.asked).toHaveLength(2)
})

test('another user of the app sees nothing of the one before', async () => {
  const hers = createConnectedCars({ backend: page.backend, appUser: 'her' })
  page.watch(hers)
  await settled()
  const his = createConnectedCars({ backend: page.backend, appUser: 'him' })
  expect(his.getState().cars).toEqual([])
  page.answer = () => Response.json([leaf])
  page.watch(his)
  await settled()
  expect(idsOf(his)).toEqual(['leaf'])
  expect(idsOf(hers)).toEqual(['niro'])
})

test('a list that was asked for again and again was never shown', async () => {
  const cars = createConnectedCars({ backend: page.backend })
  const answers: ((response: Response) => void)[] = []
  page.answer = () => new Promise(resolve => answers.push(resolve))
  const seen: string[][] = []
  page.atEnd(cars.subscribe(() => seen.push(idsOf(cars))))
  await settled()
  const reloaded = cars.reload()
  answers[0]?.(Response.json([niro]))
  await settled()
  answers[1]?.(Response.json([niro, leaf]))
  await reloaded
  expect(seen).toEqual([['niro'], ['niro', 'leaf']])
  expect(page.asked).toHaveLength(2)
})

test('a failure that is overtaken by a reload, such as after a sign-in, is not shown', async () => {
  const cars = createConnectedCars({ backend: page.backend })
  const answers: ((response: Response) => void)[] = []
  page.answer = () => new Promise(resolve => answers.push(resolve))
  const seen: string[] = []
  page.atEnd(cars.subscribe(() => seen.push(cars.getState().status)))
  await settled()
  const reloaded = cars.reload()
  answers[0]?.(new Response(null, { status: 401 }))
  await settled()
  answers[1]?.(Response.json([niro]))
  await reloaded
  expect(seen).toEqual(['ready'])
})

test('tells nobody when the list is the same again', async () => {
  const cars = createConnectedCars({ backend: page.backend })
  const listener = page.watch(cars)
  await settled()
  const state = cars.getState()
  await cars.reload()
  expect(page.asked).toHaveLength(2)
  expect(listener).toHaveBeenCalledTimes(1)
  expect(cars.getState()).toBe(state)
})

test.each([
  ['signed_out', () => new Response(null, { status: 401 })],
  ['refused', () => new Response(null, { status: 403 })],
  ['refused', () => new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } })],
  ['refused', () => Response.json({ cars: [] })],
  ['refused', () => Response.json([{ make: 'KIA' }])],
  ['refused', () => Response.json([niro, { ...leaf, id: '' }])],
  ['failed', () => new Response(null, { status: 503 })],
  ['failed', () => new Response(null, { status: 429, headers: { 'Retry-After': '30' } })],
  ['unreachable', () => Promise.reject(new TypeError('offline'))],
] satisfies [string, Answer][])('a failure is a value: %s', async (code, given) => {
  const cars = createConnectedCars({ backend: page.backend })
  page.answer = given
  page.watch(cars)
  await settled()
  const state = cars.getState()
  expect(state).toMatchObject({ status: 'failed', problem: { code } })
  const { message } = (state as { problem: { message: string } }).problem
  expect(message).toMatch(/^Smartcar Connect: .+ See https:.+#connections$/)
  page.answer = () => Response.json([niro])
  await cars.reload()
  expect(cars.getState()).toEqual({ status: 'ready', cars: [niro] })
})

test('one odd field of a car took the app down', async () => {
  const cars = createConnectedCars({ backend: page.backend })
  page.answer = () => Response.json([{ id: 'a', make: 3, permissions: [null] }])
  page.watch(cars)
  await settled()
  const [car] = cars.getState().cars
  expect(car).toEqual({ id: 'a', permissions: [], state: 'connected', connectedAt: '' })
})

test('cars that were shown stay when loading them again fails', async () => {
  const cars = createConnectedCars({ backend: page.backend })
  page.watch(cars)
  await settled()
  page.answer = () => new Response(null, { status: 503 })
  await cars.reload()
  expect(cars.getState().status).toBe('failed')
  const reloaded = cars.reload()
  expect(cars.getState().status).toBe('loading')
  expect(idsOf(cars)).toEqual(['niro'])
  await reloaded
})

test('disconnects, and the car is gone even if an older answer still has it', async () => {
  const cars = createConnectedCars({ backend: page.backend })
  page.watch(cars)
  await settled()
  const answers: ((response: Response) => void)[] = []
  page.answer = () => new Promise(resolve => answers.push(resolve))
  void cars.reload()
  expect(await cars.disconnect('niro')).toEqual({ ok: true, data: undefined })
  const { url, init } = page.asked.at(-1) ?? { init: {} }
  expect(url).toBe(`${page.backend}/disconnect`)
  expect(init).toMatchObject({ method: 'POST', body: '{"vehicleId":"niro"}' })
  expect(idsOf(cars)).toEqual([])
  answers[0]?.(Response.json([niro]))
  await settled()
  expect(idsOf(cars)).toEqual([])
  answers[1]?.(Response.json([]))
  await settled()
  expect(idsOf(cars)).toEqual([])
})

test('a car that cannot be disconnected stays, and one of nobody is looked up', async () => {
  const cars = createConnectedCars({ backend: page.backend })
  page.watch(cars)
  await settled()
  const headers = { 'Content-Type': 'application/problem+json' }
  page.answer = () => Response.json([])
  page.answerDisconnect = () => new Response('{"code":"provider_failed"}', { status: 502, headers })
  expect(await cars.disconnect('niro')).toMatchObject({ problem: { code: 'failed', status: 502 } })
  expect(idsOf(cars)).toEqual(['niro'])
  page.answerDisconnect = () => new Response('{"code":"not_yours"}', { status: 403, headers })
  expect(await cars.disconnect('niro')).toMatchObject({ problem: { code: 'not_yours' } })
  await settled()
  expect(idsOf(cars)).toEqual([])
})

test('a reload that a listener asked for a moment later was not made', async () => {
  const cars = createConnectedCars({ backend: page.backend })
  let more = 1
  page.atEnd(
    cars.subscribe(() => {
      page.answer = () => Response.json([niro, leaf])
      if (more-- > 0) queueMicrotask(() => void cars.reload())
    }),
  )
  await settled()
  await settled()
  expect(idsOf(cars)).toEqual(['niro', 'leaf'])
})

test('who is signed out sees no cars any more, nor does who signs in next', async () => {
  const cars = createConnectedCars({ backend: page.backend })
  const stop = cars.subscribe(() => {})
  await settled()
  page.answer = () => new Response(null, { status: 401 })
  await cars.reload()
  expect(cars.getState()).toMatchObject({ problem: { code: 'signed_out' }, cars: [] })
  stop()
  await settled()
  page.answer = () => new Promise(() => {})
  page.watch(cars)
  expect(idsOf(cars)).toEqual([])
})

test('a person who is found signed out by disconnecting sees no cars any more', async () => {
  const cars = createConnectedCars({ backend: page.backend })
  page.watch(cars)
  await settled()
  page.answer = page.answerDisconnect = () => new Response(null, { status: 401 })
  await cars.disconnect('niro')
  await settled()
  expect(idsOf(cars)).toEqual([])
})

test('a page that is left does not take a disconnect back', async () => {
  const cars = createConnectedCars({ backend: page.backend })
  page.watch(cars)
  await cars.disconnect('niro')
  const [list, end] = page.asked.map(({ init }) => init.keepalive)
  expect([list, end]).toEqual([undefined, true])
})

test('a car is gone from the lists of every `appUser`, whoever disconnects it', async () => {
  const hers = createConnectedCars({ backend: page.backend, appUser: 'her' })
  const other = createConnectedCars({ backend: `${page.backend}/other` })
  page.watch(hers)
  page.watch(other)
  await settled()
  await createConnectedCars({ backend: `${page.backend}/` }).disconnect('niro')
  expect(idsOf(hers)).toEqual([])
  expect(idsOf(other)).toEqual(['niro'])
})

test('all lists of a backend are loaded again, whatever `appUser` they are for', async () => {
  const hers = createConnectedCars({ backend: page.backend, appUser: 'her' })
  page.watch(hers)
  await settled()
  page.answer = () => Response.json([leaf])
  await createConnectedCars({ backend: page.backend }).reload()
  expect(idsOf(hers)).toEqual(['leaf'])
})

test('a list that began while a car was being disconnected went on showing it', async () => {
  const cars = createConnectedCars({ backend: page.backend })
  const stop = cars.subscribe(() => {})
  await settled()
  const answers: ((response: Response) => void)[] = []
  page.answerDisconnect = () => new Promise(resolve => answers.push(resolve))
  const ended = cars.disconnect('niro')
  stop()
  await settled()
  // One that is loaded by now, and one whose answer is on its way.
  const loaded = createConnectedCars({ backend: page.backend })
  page.watch(loaded)
  await settled()
  page.answer = () => new Promise(resolve => answers.push(resolve))
  const loading = createConnectedCars({ backend: page.backend, appUser: 'him' })
  page.watch(loading)
  await settled()
  page.answer = () => Response.json([])
  answers[0]?.(new Response(null, { status: 204 }))
  await ended
  expect(idsOf(loaded)).toEqual([])
  answers[1]?.(Response.json([niro]))
  await settled()
  expect(idsOf(loading)).toEqual([])
})

test.each(['', '/api?x=1', 'a b', undefined as unknown as string])(
  'a backend that is no address is refused at once: %j',
  given => {
    expect(() => createConnectedCars({ backend: given })).toThrow(/`backend` is no address.*#conn/)
  },
)
