// A GET grants nothing: whatever a browser reloads or fetches ahead of time changes nothing.

import { expect } from 'vitest'
import { test } from '../../test/fixtures.ts'
import { connectUrl, createVisitor, type Visitor } from '../../test/visitor.ts'
import type { Attempt } from '../memory/attempt.ts'
import { createApp } from '../routes.ts'
import { createSimulator, type Simulator } from '../simulator.ts'

const origin = 'http://localhost:4010'
const me = { email: 'me@example.com', password: 'x' }

const paths = createApp()
  .routes.filter(({ method }) => method === 'GET')
  .map(({ path }) => path)
  .filter(path => /^\/(?:oauth|connect|car-maker|v2)\//.test(path))

/** What is stored, apart from the journal; the attempts by their ids. */
function stored(simulator: Simulator): { attempts: Map<string, Attempt>; rest: unknown } {
  const { attempts, journal: _, journalTotal: __, ...rest } = simulator.snapshot().state
  return { attempts: new Map(attempts as [string, Attempt][]), rest }
}

/** Asks for every page of the attempt that the visitor is in, with all that the address may say. */
async function getEverything(simulator: Simulator, visitor: Visitor): Promise<void> {
  const attempt = new URL(visitor.address()).searchParams.get('attempt') ?? ''
  expect(attempt).toMatch(/^[0-9a-f]{64}$/)
  const query = new URLSearchParams(new URL(connectUrl({ make: 'KIA' })).search)
  const more = { attempt, brand: 'KIA', ...me, decision: 'allow', app_origin: origin }
  for (const [name, value] of Object.entries(more)) query.set(name, value)
  for (const path of paths) {
    for (const method of ['GET', 'HEAD', 'GET']) {
      const answer = await simulator.fetch(new Request(`${origin}${path}?${query}`, { method }))
      const location = answer.headers.get('Location') ?? ''
      // No way back to the application, with or without a code.
      expect([path, location]).not.toEqual([path, expect.stringMatching(/:5173/)])
    }
  }
}

test('the way through Connect has eight addresses to get', () => {
  expect(paths).toEqual([
    '/oauth/authorize',
    '/oauth/reauthenticate',
    '/connect/brand',
    '/connect/sign-in',
    '/connect/vehicles',
    '/connect/incompatible',
    '/car-maker/consent',
    '/v2/redirect',
  ])
})

const carMaker = { flags: 'scenario:car-maker' }
const incompatible = { ...me, email: 'smartcar@vehicle-incompatible.com' }

test.each<[name: string, walk: (visitor: Visitor) => Promise<void>]>([
  ['before the brand is chosen', visitor => visitor.goTo(connectUrl())],
  ['before the sign-in', visitor => visitor.goTo(connectUrl({ make: 'KIA' }))],
  [
    'before the consent of the car maker',
    async visitor => {
      await visitor.goTo(connectUrl({ make: 'KIA', ...carMaker }))
      await visitor.press('Sign in', me)
    },
  ],
  [
    'before the decision',
    async visitor => {
      await visitor.goTo(connectUrl({ make: 'KIA', ...carMaker }))
      await visitor.press('Sign in', me)
      await visitor.press('Agree and continue')
    },
  ],
  [
    'before the answer about an unsupported car',
    async visitor => {
      await visitor.goTo(connectUrl({ make: 'KIA' }))
      await visitor.press('Sign in', incompatible)
    },
  ],
  [
    'before signing in where everything was approved before',
    async visitor => {
      await visitor.connect()
      await visitor.goTo(connectUrl({ make: 'KIA' }))
    },
  ],
  [
    'while another tab approves what this one asks for',
    async visitor => {
      await visitor.goTo(connectUrl({ make: 'KIA' }))
      await visitor.press('Sign in', me)
      const page = visitor.address()
      await visitor.connect({ approval_prompt: 'force' })
      await visitor.goTo(page)
    },
  ],
])('%s', async (_name, walk) => {
  const simulator = createSimulator()
  const visitor = createVisitor(simulator)
  await walk(visitor)
  const before = stored(simulator)
  await getEverything(simulator, visitor)
  const after = stored(simulator)
  expect(after.rest).toEqual(before.rest)
  for (const [id, attempt] of before.attempts) expect(after.attempts.get(id)).toEqual(attempt)
  // /oauth/authorize alone begins something: an attempt of its own, each time.
  expect(after.attempts.size - before.attempts.size).toBe(3)
})

test('an account that must sign in again works after the form, not after a GET', async ({
  simulator,
  visitor,
}) => {
  await visitor.connect({ flags: 'scenario:needs-reauthentication' })
  const accessToken = await visitor.redeem()
  const list = await visitor.read('/v2.0/vehicles', accessToken)
  const [vehicleId = ''] = (list.body as { vehicles: string[] }).vehicles
  async function status(): Promise<number> {
    return (await visitor.read(`/v2.0/vehicles/${vehicleId}/odometer`, accessToken)).status
  }
  const again = connectUrl({ response_type: 'vehicle_id', vehicle_id: vehicleId })
  await visitor.goTo(again.replace('/authorize', '/reauthenticate'))
  await getEverything(simulator, visitor)
  expect(await status()).toBe(400)
  await visitor.press('Sign in', me)
  expect(new URL(visitor.address()).searchParams.get('vehicle_id')).toBe(vehicleId)
  expect(await status()).toBe(200)
})
