// Tests of failures: none is missing or left over, the page is up to date, and the action can work.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  type ProblemCode,
  problemOutcome,
} from '../../packages/server/src/problems/problem-outcome.ts'
import { membersOf } from '../docs/members-of.ts'
import { failureTables } from './failure-tables.ts'
import { failuresPage, tablesHeading } from './failures-page.ts'
import { offeredAfter } from './person-action.ts'
import { problems } from './problems.ts'
import { causesIn } from './read-causes.ts'
import { refusalStatuses } from './refusal-statuses.ts'
import { refusals } from './refusals.ts'

const page = readFileSync('docs/troubleshooting.md', 'utf8')
const tables = failureTables()
const server = 'packages/server/src'

test('the page is up to date: if not, run `npx --yes pnpm@12 proofs`', () => {
  expect(page).toBe(failuresPage(tables, page))
})

test.each(tables)('$title: every row has a cause in the code, and every cause a row', table => {
  expect(Object.keys(table.rows).toSorted()).toEqual([...table.causes.keys()].toSorted())
})

const client = 'packages/client/src/errors.ts'
const members: readonly (readonly [title: string, names: readonly string[]])[] = [
  [
    'In the browser',
    [...membersOf(client, 'ConnectErrorCode'), ...membersOf(client, 'ProviderErrorCode')],
  ],
  [
    'Between your endpoint and the database',
    membersOf(`${server}/problems/problem-outcome.ts`, 'ProblemCode'),
  ],
  ['Refused by your endpoint', membersOf(`${server}/problems/refusal.ts`, 'RefusalReason')],
  ['In the token vault', membersOf(`${server}/vault/vault-error.ts`, 'VaultErrorCode')],
]

test.each(members)('%s: every member of the union has a row, and no other', (title, names) => {
  const table = tables.find(one => one.title === title)
  expect(names.length).toBeGreaterThan(5)
  expect(Object.keys(table?.rows ?? {}).toSorted()).toEqual(names.toSorted())
})

test('every event of the server has a line in its comment', () => {
  const source = readFileSync(`${server}/server-event.ts`, 'utf8')
  const types = [...source.matchAll(/type: '(\w+)'/g)].map(([, name = '']) => name)
  expect([...causesIn(source, 'ServerEvent').keys()].toSorted()).toEqual(
    [...new Set(types)].toSorted(),
  )
})

test('every finding of diagnoseConnect has a row, and no other', () => {
  const [, section = ''] = page.split('## What `diagnoseConnect` finds\n')
  const named = [...(section.split('\n## ', 1)[0] ?? '').matchAll(/^\| `(\w+)` /gm)]
  const findings = membersOf('packages/client/src/diagnose/finding.ts', 'FindingCode')
  expect(named.map(([, name = '']) => name)).toEqual(findings)
})

test('every failure, event, reason and finding can be linked to, at one place', () => {
  const places = [...page.matchAll(/^### (\w+)$|<a id="(\w+)"><\/a>/gm)].map(
    ([, section, anchor]) => section ?? anchor,
  )
  const findings = membersOf('packages/client/src/diagnose/finding.ts', 'FindingCode')
  const names = [...tables.flatMap(({ rows }) => Object.keys(rows)), ...findings]
  expect(names.filter(name => !places.includes(name))).toEqual([])
  expect(places.filter((name, index) => places.indexOf(name) !== index)).toEqual([])
})

test('every reason to refuse has a status in the code', () => {
  const statuses = refusalStatuses()
  expect(Object.keys(refusals).filter(reason => !statuses.has(reason))).toEqual([])
})

// Problems after which the same post can succeed.
const repeatable: readonly string[] = [
  ...['too_many', 'app_failed', 'not_started', 'in_progress'],
  ...['unreachable', 'not_verified', 'not_listed', 'store_unavailable'],
]
// Problems that nothing helps against but a change of the app.
const mistakes: readonly string[] = ['configuration', 'body_read', 'cross_site', 'client_refused']

test.each(Object.keys(problems))('after %s a person is offered what can work', code => {
  const { status } = problemOutcome(code as ProblemCode)
  const offered = offeredAfter('exchange_failed', { status, problem: { code } })
  // All others have an outcome, which a repeated post only gets again.
  const helping = repeatable.includes(code) ? 'retry' : 'again'
  expect(offered).toBe(mistakes.includes(code) ? undefined : helping)
})

test('each cell says something, and no row is cut by a line in it', () => {
  const start = page.indexOf(tablesHeading)
  const lines = page.slice(start, page.indexOf('\n## ', start)).split('\n')
  const rows = lines.filter(one => one.startsWith('|'))
  expect(rows.length).toBeGreaterThan(60)
  expect(rows.filter(one => /\| +\|/.test(one))).toEqual([])
})

test('causes are read off a comment: statuses, second lines and advice are left out', () => {
  const text = `/**
 * Why.
 *
 * - \`one\` (503): the first thing
 *   happened; do this
 * - \`two\`: the second. Nothing was sent.
 *
 * The end.
 */
export type Why = 'one' | 'two'`
  expect([...causesIn(text, 'Why')]).toEqual([
    ['one', 'The first thing happened.'],
    ['two', 'The second. Nothing was sent.'],
  ])
  expect(() => causesIn('export type Why = 1', 'Why')).toThrow(/no comment/)
})

test('what stands around the tables is kept, and a page without a place for them is not written', () => {
  const around = `# Title\n\n${tablesHeading}\n\nold\n\n## Next\n\ntext\n`
  const made = failuresPage([], around)
  expect(made.startsWith(`# Title\n\n${tablesHeading}\n`)).toBe(true)
  expect(made.endsWith('\n\n## Next\n\ntext\n')).toBe(true)
  expect(made).not.toContain('old')
  expect(() => failuresPage([], '# Title\n')).toThrow(/Put the heading back/)
})
