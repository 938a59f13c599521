// Every error ends with the address of a section, so each topic needs one in docs/troubleshooting.md.

import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { adviceTopics } from '../../packages/client/src/messages/advice.ts'
import { membersOf } from './members-of.ts'

const page = readFileSync('docs/troubleshooting.md', 'utf8')
const sections = [...page.matchAll(/^### (\w+)$/gm)].map(([, name = '']) => name)

/** The first arguments of all calls of a function in a package. */
function topicsOf(folder: string, call: string): string[] {
  const files = globSync(`${folder}/src/**/*.{ts,tsx}`, {
    exclude: ['**/*.test.{ts,tsx}', 'packages/codemod/**'], // which names the guide
  })
  const calls = files.flatMap(file => [
    ...readFileSync(file, 'utf8').matchAll(new RegExp(`\\b${call}\\(\\s*'(\\w+)'`, 'g')),
  ])
  return [...new Set(calls.map(([, name = '']) => name))]
}

const topics: readonly (readonly [title: string, names: readonly string[]])[] = [
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
  ['the advice of the client', adviceTopics],
  ['the errors of a session', membersOf('packages/client/src/errors.ts', 'ConnectErrorCode')],
  ['the errors of the provider', membersOf('packages/client/src/errors.ts', 'ProviderErrorCode')],
  ['the addresses that stand in the code', addresses()],
]

/** The sections that an address in the code names in full. */
function addresses(): string[] {
  const files = globSync('packages/*/src/**/*.{ts,tsx}', {
    exclude: ['**/*.test.{ts,tsx}', 'packages/codemod/**'], // which names the guide
  })
  return files.flatMap(file =>
    [...readFileSync(file, 'utf8').matchAll(/\$\{troubleshooting\}#(\w+)/g)].map(
      ([, name = '']) => name,
    ),
  )
}

test.each(topics)('%s each have a section', (_, names) => {
  expect(names.length).toBeGreaterThan(0)
  expect(names.filter(name => !sections.includes(name))).toEqual([])
})

// What the server tells developers alone, and unknown options, whose errors name the option instead.
const otherSections = ['refused', 'outcome_not_stored', 'callback_failed', 'onEvent', 'options']

test('no section is left over from what is gone', () => {
  const known = new Set([...topics.flatMap(([, names]) => names), ...otherSections])
  expect(sections.filter(name => !known.has(name))).toEqual([])
})

test('no two sections have the same address', () => {
  expect(sections.filter((name, index) => sections.indexOf(name) !== index)).toEqual([])
})

test('all packages point to the same page', () => {
  const files = globSync('packages/*/src/**/*.{ts,tsx}', {
    exclude: ['**/*.test.{ts,tsx}', 'packages/codemod/**'], // which names the guide
  })
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
