// Vehicles of live and of simulated mode.

import { expect, test } from 'vitest'
import { createVisitor } from '../../test/visitor.ts'
import { createSimulator } from '../simulator.ts'

test.each([
  ['live', 'happy', /^ZZZ/],
  ['simulated', 'happy', /^0SC/],
  ['test', 'happy', /^0SC/],
  ['live', 'other-mode', /^0SC/],
  ['simulated', 'other-mode', /^ZZZ/],
])('mode %s in scenario %s offers VINs like %s', async (mode, scenario, pattern) => {
  const visitor = createVisitor(createSimulator({ scenario }))
  await visitor.connect({ mode, scope: 'read_vin' })
  const accessToken = await visitor.redeem()
  const { vehicles } = (await visitor.read('/v2.0/vehicles', accessToken)).body as {
    vehicles: string[]
  }
  const { body } = await visitor.read(`/v2.0/vehicles/${vehicles[0]}/vin`, accessToken)
  expect((body as { vin: string }).vin).toMatch(pattern)
})
