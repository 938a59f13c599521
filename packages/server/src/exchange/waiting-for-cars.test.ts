// How long an exchange waits for a new car, and which of a person’s cars it takes.

import { expect, test } from 'vitest'
import { deadlineIn } from '../timing/deadline.ts'
import { redeemListed } from './redeem-listed.ts'

const startedMs = Date.UTC(2026, 5, 2)
const before = '2026-05-01T00:00:00Z'
const now = '2026-06-02T00:00:01Z'

function dated(id: string, mode: string, updatedAt: string, permissions = ['read_odometer']) {
  return {
    id: `connection of ${id}`,
    attributes: { permissions, vehicle: { mode } },
    relationships: { user: { data: { id: 'ada' } }, vehicle: { data: { id } } },
    meta: { updatedAt },
  }
}

/** Redeems where the list grows; tells the cars, or the problem, and how long was waited. */
async function redeemGrowing(
  lists: readonly (readonly object[])[],
  requested: Parameters<typeof redeemListed>[2] = {},
  kind: 'user' | 'vehicle' = 'user',
) {
  let waitedMs = 0
  let step = 0
  const current: object[] = [...(lists[0] ?? [])]
  const api = {
    url: new URL('http://localhost:4010'),
    fetch: async () => Response.json({ data: current }),
  }
  const token = { getAccessToken: async () => 'token', forget() {} }
  async function sleep(ms: number) {
    waitedMs += ms
    step = Math.min(step + 1, lists.length - 1)
    current.splice(0, current.length, ...(lists[step] ?? []))
  }
  const asked = { externalId: 'ours', mode: 'live', startedMs, ...requested } as const
  const redemption = await redeemListed({ api, token, sleep }, kind, asked, deadlineIn(10_000))
  const cars = redemption.ok
    ? redemption.redeemed.verified.vehicles.map(({ id }) => id)
    : redemption.problem
  return { cars, waitedMs }
}

test('a simulated car from before keeps no live car out, and a new one is recognized', {
  tags: ['T46'],
}, async () => {
  const oldLive = dated('old live', 'live', before)
  const oldSimulated = dated('old simulated', 'simulated', before)
  const newSimulated = dated('new simulated', 'simulated', now)
  const lists: [object[], string[]][] = [
    [[oldLive, oldSimulated], ['old live']],
    [
      [oldLive, newSimulated],
      ['old live', 'new simulated'],
    ],
    [[oldSimulated], ['old simulated']],
  ]
  for (const [list, cars] of lists) expect((await redeemGrowing([list])).cars).toEqual(cars)
})

test('a person who chose the same car again waited seven seconds where its date stays', async () => {
  const same = dated('same', 'live', before)
  expect(await redeemGrowing([[same]])).toEqual({ cars: ['same'], waitedMs: 2000 })
  // The first look finds nothing: the wait for what is new begins with the first car.
  expect(await redeemGrowing([[], [same]])).toEqual({ cars: ['same'], waitedMs: 2500 })
})

test('a new car ends the wait, also one that is listed after the others', async () => {
  const old = dated('old', 'live', before)
  const added = dated('new', 'live', now)
  expect(await redeemGrowing([[added]])).toEqual({ cars: ['new'], waitedMs: 0 })
  expect(await redeemGrowing([[old], [old], [added, old]])).toEqual({
    cars: ['new', 'old'],
    waitedMs: 2000,
  })
})

test('a car that does not fit is not enough to end the wait for another one', {
  tags: ['T31', 'T46'],
}, async () => {
  const added = dated('new', 'live', now)
  const late = [[], [], []]
  for (const unfit of [
    dated('old', 'simulated', before),
    dated('old', 'live', before, ['read_vin']),
  ]) {
    const requested = { scope: ['required:read_odometer'] }
    const lists = late.map(() => [unfit])
    const { cars, waitedMs } = await redeemGrowing([...lists, [added, unfit]], requested)
    expect([cars, waitedMs]).toEqual([['new'], 3500])
  }
})

test('while one VIN is asked for, a car from before is not enough', { tags: ['T46'] }, async () => {
  const old = dated('old', 'live', before)
  const { waitedMs } = await redeemGrowing([[old]], { vin: 'WVWZZZ1KZAP000001' })
  expect(waitedMs).toBe(6500)
})

test('of several cars from before, one that does not fit kept the other out', {
  tags: ['T31', 'T46'],
}, async () => {
  const scope = ['required:read_odometer']
  const fits = dated('fits', 'live', before)
  const lacks = dated('lacks', 'live', before, ['read_vin'])
  expect((await redeemGrowing([[fits, lacks]], { scope })).cars).toEqual(['fits'])
  // Alone it is judged, and the person hears what is wrong.
  expect((await redeemGrowing([[lacks]], { scope })).cars).toEqual(['lacks'])
  // One of now is judged beside the others.
  const wrong = dated('wrong', 'live', now, ['read_vin'])
  expect((await redeemGrowing([[fits, wrong]], { scope })).cars).toEqual(['fits', 'wrong'])
})

test('nobody waits for the date of a vehicle that was signed in to again', {
  tags: ['T47'],
}, async () => {
  const listed = dated('car', 'live', before)
  const requested = { vehicleId: 'car', mode: null }
  expect(await redeemGrowing([[listed]], requested, 'vehicle')).toEqual({
    cars: ['car'],
    waitedMs: 0,
  })
})
