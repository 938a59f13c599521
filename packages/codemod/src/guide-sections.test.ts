// Every section that a mark names is in the guide.

import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const guide = readFileSync(join(root, 'docs/from-smartcar-auth.md'), 'utf8')

/** The addresses of headings, as GitHub and VitePress make them. */
const sections = [...guide.matchAll(/^## (.*)$/gm)].map(([, heading = '']) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, '')
    .replaceAll(' ', '-'),
)

test('every section that a mark names is a heading of the guide', () => {
  const [, type = ''] =
    /export type Section =([\s\S]*?)\n\n/.exec(readSource('syntax/marks.ts')) ?? []
  const named = [...type.matchAll(/'([\w-]+)'/g)].map(([, section]) => section)
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter(section => !sections.includes(section ?? ''))).toEqual([])
})

test('every link within the guide leads to a heading', () => {
  const links = [...guide.matchAll(/\]\(#([\w-]+)\)/g)].map(([, section]) => section)
  expect(links.length).toBeGreaterThan(5)
  expect(links.filter(section => !sections.includes(section ?? ''))).toEqual([])
})

test('no section is in the list for nothing', () => {
  const sources = globSync('**/*.ts', { cwd: import.meta.dirname })
    .filter(path => !path.includes('.test.') && path !== 'syntax/marks.ts')
    .map(readSource)
    .join('')
  const [, type = ''] =
    /export type Section =([\s\S]*?)\n\n/.exec(readSource('syntax/marks.ts')) ?? []
  const named = [...type.matchAll(/('[\w-]+')/g)].map(([, section]) => section ?? '')
  expect(named.filter(section => !sources.includes(section))).toEqual([])
})

function readSource(path: string): string {
  return readFileSync(join(import.meta.dirname, path), 'utf8')
}
