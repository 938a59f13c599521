// Tests of demo-ports: the usual numbers, other ones, and messages that help.

import { expect, test } from 'vitest'
import { demoPorts, takenPortsMessage } from './demo-ports.ts'

test('uses the ports of the README where nothing else is asked for', () => {
  const { simulator, api, page } = demoPorts({ PAGE_PORT: '' })
  expect([simulator.port, api.port, page.port]).toEqual([4010, 5174, 5173])
})

test('takes each port from its own variable', () => {
  const { simulator, api, page } = demoPorts({
    SIMULATOR_PORT: '4110',
    API_PORT: '5274',
    PAGE_PORT: '5273',
  })
  expect([simulator.port, api.port, page.port]).toEqual([4110, 5274, 5273])
})

test.each(['abc', '0', '65536', '80.5', '1e3', '-1'])('refuses %s as a port by name', text => {
  expect(() => demoPorts({ API_PORT: text })).toThrow(`API_PORT is "${text}"`)
})

test('refuses two parts on one port', () => {
  expect(() => demoPorts({ API_PORT: '5173' })).toThrow('API_PORT=5173, PAGE_PORT=5173')
})

test('names every taken port, its part, and a command that avoids it', () => {
  const { simulator, page } = demoPorts({})
  const message = takenPortsMessage([simulator, page])
  expect(message).toContain("port 4010 (for the simulator) and port 5173 (for the demo's page)")
  expect(message).toContain('SIMULATOR_PORT=4110 PAGE_PORT=5273 npx --yes pnpm@12 demo')
  expect(message).not.toContain('\n')
})
