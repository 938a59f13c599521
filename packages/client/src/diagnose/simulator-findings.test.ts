// Where a simulator is looked for, and what it means not to find it.

import { afterEach, expect, test, vi } from 'vitest'
import { probeSimulator } from './probe-simulator.ts'
import { simulatorFindings } from './simulator-findings.ts'

afterEach(() => vi.unstubAllGlobals())

// By origin, who answers; another program is seen only without CORS.
function serve(programs: Readonly<Record<string, 'simulator' | 'other'>>) {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (address: URL, { mode }: RequestInit) => {
    asked.push(address.origin)
    const program = programs[address.origin]
    if (!program || (program === 'other' && mode === 'cors')) throw new TypeError('failed')
    return Response.json(program === 'simulator' ? { program: 'smartcar-connect-simulator' } : {})
  })
  return asked
}

async function found(origin: string) {
  const facts = await probeSimulator(origin, () => true)
  return facts && simulatorFindings(facts)
}

test('a simulator that answers is no finding, and nothing else is asked', async () => {
  const asked = serve({ 'http://localhost:4010': 'simulator' })
  expect(await found('http://localhost:4010/')).toEqual([])
  expect(asked).toEqual(['http://localhost:4010'])
})

test.each([
  ['https://localhost:4010', 'http://localhost:4010'],
  ['http://localhost:4010', 'http://127.0.0.1:4010'],
  ['http://127.0.0.1:4010', 'http://[::1]:4010'],
  ['http://simulator.test', 'https://simulator.test:80'],
])('at %s there is nobody, as the simulator is at %s', async (named, real) => {
  serve({ [real]: 'simulator' })
  const [finding] = (await found(named)) ?? []
  expect(finding).toMatchObject({ code: 'simulator_missing', severity: 'error' })
  expect(finding?.advice).toContain(`answers at ${real}:`)
})

test('another program is told from nobody', async () => {
  serve({ 'http://localhost:3000': 'other' })
  const [other] = (await found('http://localhost:3000')) ?? []
  expect(other).toMatchObject({ code: 'simulator_missing', severity: 'warning' })
  expect(other?.message).toContain('Something else')
  const [nobody] = (await found('http://localhost:3001')) ?? []
  expect(nobody?.message).toContain('Nothing answers')
})

test.each(['https://connect.smartcar.com', 'https://eu.connect.smartcar.com', 'nonsense'])(
  '%s is not asked',
  async origin => {
    const asked = serve({})
    expect(await found(origin)).toBeUndefined()
    expect(asked).toEqual([])
  },
)

test('what the page’s own policy forbids is not asked', async () => {
  const asked = serve({})
  expect(await probeSimulator('http://localhost:4010', () => false)).toBeUndefined()
  expect(asked).toEqual([])
})
