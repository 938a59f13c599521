// Many requests: what is kept of them is counted, not weighed.

import { expect } from 'vitest'
import { test } from '../../test/fixtures.ts'
import { connectUrl } from '../../test/visitor.ts'
import { journalLimit } from '../http/record-request.ts'
import type { Simulator } from '../simulator.ts'
import { approvedVehiclesLimit, limits } from './remember.ts'

const origin = 'http://localhost:4010'

function entriesOf(simulator: Simulator, name: string): number {
  const kept = simulator.snapshot().state[name]
  return Array.isArray(kept) ? kept.length : 0
}

function textOf(simulator: Simulator): string {
  return JSON.stringify(simulator.snapshot())
}

test('people who never finish do not add up', async ({ simulator }) => {
  for (let turn = 0; turn < limits.attempts + 200; turn += 1) {
    await simulator.fetch(new Request(connectUrl({ state: `${turn}` })))
  }
  expect(entriesOf(simulator, 'attempts')).toBe(limits.attempts)
  expect(entriesOf(simulator, 'journal')).toBeLessThanOrEqual(journalLimit)
})

test('machines that ask for a token each time do not add up', async ({ simulator }) => {
  const headers = { Authorization: `Basic ${btoa('client_demo:demo-machine-secret')}` }
  for (let turn = 0; turn < limits.machineTokens + 200; turn += 1) {
    const body = new URLSearchParams({ grant_type: 'client_credentials' })
    await simulator.fetch(new Request(`${origin}/oauth2/token`, { method: 'POST', headers, body }))
  }
  expect(entriesOf(simulator, 'machineTokens')).toBe(limits.machineTokens)
})

test('one person who tries every brand is remembered with ten', async ({ visitor, simulator }) => {
  const makes = ['AUDI', 'BMW', 'HYUNDAI', 'JAGUAR', 'KIA', 'TESLA']
  for (const mode of ['live', 'simulated']) {
    for (const make of makes) await visitor.connect({ make, mode })
  }
  const [[, user] = []] = simulator.snapshot().state.users as [string, { approvals: object }][]
  expect(Object.keys(user?.approvals ?? {})).toHaveLength(10)
})

test('approvals of people with many vehicles do not add up', async ({ simulator, visitor }) => {
  for (let count = 999; count > 999 - 24; count -= 1) {
    await visitor.connect({ make: 'TESLA' }, `${count}-vehicles@smartcar.com`)
  }
  type Users = [string, { approvals: Record<string, { vehicleIds: string[] }> }][]
  const counts = (simulator.snapshot().state.users as Users).map(([, { approvals }]) =>
    Object.values(approvals).reduce((sum, { vehicleIds }) => sum + vehicleIds.length, 0),
  )
  expect(counts).toHaveLength(24)
  expect(counts.at(-1)).toBe(976)
  expect(counts.reduce((sum, count) => sum + count)).toBeLessThanOrEqual(approvedVehiclesLimit)
})

test('a large form leaves little in the journal', async ({ simulator }) => {
  const before = textOf(simulator).length
  const fields = Array.from({ length: 300 }, (_, at) => [`${at}-${'n'.repeat(90)}`, 'v'.repeat(90)])
  const long = { ['n'.repeat(20_000)]: 'v'.repeat(20_000) }
  for (const form of [Object.fromEntries(fields), long]) {
    const body = new URLSearchParams(form)
    await simulator.fetch(new Request(`${origin}/oauth/token`, { method: 'POST', body }))
  }
  const [, entry] = simulator.snapshot().state.journal as { parameters: object }[]
  expect(Object.keys(entry?.parameters ?? {})[0]).toHaveLength(201)
  expect(textOf(simulator).length - before).toBeLessThan(20_000)
})

test('an address or a path without end is not kept', async ({ simulator }) => {
  const long = await simulator.fetch(new Request(connectUrl({ state: 's'.repeat(20_000) })))
  expect(long.status).toBe(414)
  await simulator.fetch(new Request(`${origin}/${'p'.repeat(10_000)}`))
  expect(textOf(simulator).length).toBeLessThan(2_000)
})

test('the journal shows no secret that stands where a scheme should', async ({ simulator }) => {
  for (const Authorization of ['canary-secret', 'canary-secret=x y', ' ']) {
    await simulator.fetch(new Request(`${origin}/v2.0/user`, { headers: { Authorization } }))
  }
  expect(textOf(simulator)).not.toContain('canary-secret')
})

test('a body is not read beyond its limit', async ({ simulator }) => {
  let sent = 0
  const body = new ReadableStream({
    pull(controller) {
      sent += 1
      controller.enqueue(new Uint8Array(16_384))
    },
  })
  const request = { method: 'POST', body, duplex: 'half' } as RequestInit
  const answer = await simulator.fetch(new Request(`${origin}/oauth/token`, request))
  expect(answer.status).toBe(413)
  expect(sent).toBeLessThan(10)
})
