// Every error ends with the address of a section, so each topic needs one in docs/troubleshooting.md.

import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { membersOf } from './members-of.ts'

const page = readFileSync('docs/troubleshooting.md', 'utf8')
const sections = [...page.matchAll(/^### (\w+)$/gm)].map(([, name = '']) => name)

/** The first arguments of all calls of a function in a package. */
function topicsOf(folder: string, call: string): string[] {
  const files = globSync(`${folder}/src/**/*.{ts,tsx}`, { exclude: ['**/*.test.{ts,tsx}'] })
  const calls = files.flatMap(file => [
    ...readFileSync(file, 'utf8').matchAll(new RegExp(`\\b${call}\\(\\s*'(\\w+)'`, 'g')),
  ])
  return [...new Set(calls.map(([, name = '']) => name))]
}

test.each([
  [
    'the options of the server',
    membersOf('packages/server/src/options/option-error.ts', 'OptionName'),
  ],
  [
    'the errors of the vault',
    membersOf('packages/server/src/vault/vault-error.ts', 'VaultErrorCode'),
  ],
  [
    'the problems of the server',
    membersOf('packages/server/src/problems/problem-outcome.ts', 'ProblemCode'),
  ],
  ['the options of the simulator', topicsOf('packages/simulator', 'optionError')],
  ['the mistakes in React', topicsOf('packages/react', 'mistake')],
  ['the refused options of the client', topicsOf('packages/client', 'refuse')],
])('%s each have a section', (_, topics) => {
  expect(topics.length).toBeGreaterThan(0)
  expect(topics.filter(topic => !sections.includes(topic))).toEqual([])
})

test('each address that stands in the code has a section', () => {
  const files = globSync('packages/*/src/**/*.{ts,tsx}', { exclude: ['**/*.test.{ts,tsx}'] })
  const topics = files.flatMap(file =>
    [...readFileSync(file, 'utf8').matchAll(/\$\{troubleshooting\}#(\w+)/g)].map(
      ([, name]) => name,
    ),
  )
  expect(topics.length).toBeGreaterThan(0)
  expect(topics.filter(topic => !sections.includes(topic ?? ''))).toEqual([])
})

test('no two sections have the same address', () => {
  expect(sections.filter((name, index) => sections.indexOf(name) !== index)).toEqual([])
})

test('all packages point to the same page', () => {
  const files = globSync('packages/*/src/**/*.{ts,tsx}', { exclude: ['**/*.test.{ts,tsx}'] })
  const addresses = files.flatMap(file =>
    [...readFileSync(file, 'utf8').matchAll(/'(https:\/\/smartcar-connect\.[^'#]*)/g)].map(
      ([, address]) => address,
    ),
  )
  expect(addresses).toHaveLength(4)
  expect(new Set(addresses)).toEqual(
    new Set(['https://smartcar-connect.github.io/troubleshooting']),
  )
})
