// Tests of programs: every folder is run, with the values that its .env has, and none is in the workspace.

import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { examples, programs, variables } from './programs.ts'

const folder = 'apps/examples'
const ports = { simulator: 1, page: 2, api: 3 }
const names = examples.map(({ name }) => name)

test('every example is run', () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory())
  expect(folders.map(({ name }) => name).sort()).toEqual([...names].sort())
})

// The workspace takes the folders in `apps`, so it would take this one.
test('is no package of the workspace', () => {
  expect(existsSync(join(folder, 'package.json'))).toBe(false)
  expect(readFileSync('pnpm-workspace.yaml', 'utf8')).not.toMatch(/examples|\*\*/)
})

test.each(names)(
  '%s has a lockfile, says how to start it, and has no address that a run forgets',
  name => {
    expect(existsSync(join(folder, name, 'package-lock.json'))).toBe(true)
    const readme = readFileSync(join(folder, name, 'README.md'), 'utf8')
    expect(readme).toMatch(/```sh\nnpm install\nnpx smartcar-connect-simulator .*\n(npm .*\n)+```/)
    const values = readFileSync(join(folder, name, '.env'), 'utf8')
    const addresses = [...values.matchAll(/^(\w+)=http/gm)].map(([, variable = '']) => variable)
    expect(addresses.length).toBeGreaterThan(1)
    expect(Object.keys(variables(ports))).toEqual(expect.arrayContaining(addresses))
  },
)

test('an example knows nothing of its test', () => {
  const texts = globSync(`${folder}/*/**/*.{ts,tsx,js,jsx,html}`, {
    exclude: ['**/{node_modules,dist,build}/**'],
  })
  expect(texts.length).toBeGreaterThan(20)
  const told = texts.filter(path => /playwright|vitest|expect\(/.test(readFileSync(path, 'utf8')))
  expect(told).toEqual([])
})

test('starts the simulator beside the programs of the example, each at its port', () => {
  const [example] = examples.filter(({ name }) => name === 'vite-and-api')
  const plans = example ? programs(example, '/folder', ports) : []
  expect(plans.map(({ url }) => url)).toEqual([1, 3, 2].map(port => `http://localhost:${port}/`))
  expect(plans.map(({ env }) => env.PORT)).toEqual(['1', '3', '2'])
})
