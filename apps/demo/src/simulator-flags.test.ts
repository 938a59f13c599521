// Which flags go to the simulator, and that none goes to the provider.

import { expect, test } from 'vitest'
import { simulatorFlags } from './simulator-flags.ts'

const look = { scenario: 'coop', language: 'en' }

test('the simulator is told the scenario and the language', () => {
  expect(simulatorFlags('http://localhost:4010', look)).toEqual(look)
  expect(simulatorFlags('http://localhost:4010', { ...look, scenario: '' })).toEqual({
    language: 'en',
  })
})

test.each(['https://connect.smartcar.com', 'https://smartcar.com'])(
  'nothing is added at %s',
  origin => {
    expect(simulatorFlags(origin, look)).toBeUndefined()
  },
)
