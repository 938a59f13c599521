// Tests of house-rules: each fault is found, and the repository has none.

import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { crowdedFolders, fileFaults } from './house-rules.ts'

const sources = globSync('{*,{packages,apps,scripts,.storybook}/**/*}.{ts,tsx}', {
  exclude: ['**/{node_modules,dist,looks}/**', '**/*.generated.ts', '**/next-env.d.ts'],
}).sort()

test('every file of the repository keeps the rules', () => {
  expect(sources.length).toBeGreaterThan(300)
  expect(sources.flatMap(path => fileFaults(path, readFileSync(path, 'utf8')))).toEqual([])
})

test('no folder is crowded', () => {
  expect(crowdedFolders(sources, 12)).toEqual([])
})

test('no file has a merge that was not finished', () => {
  const texts = globSync(
    '{*,{docs,packages,apps,scripts,.changeset,.storybook}/**/*}.{md,mdx,json,css}',
    {
      exclude: ['**/{node_modules,dist}/**'],
    },
  )
  expect(texts.length).toBeGreaterThan(30)
  const marked = [...sources, ...texts].filter(path =>
    /^[<>]{7} /m.test(readFileSync(path, 'utf8')),
  )
  expect(marked).toEqual([])
})

test('finds nothing in a file that is as it should be', () => {
  const text = '// Counts cars.\n\n/**\n * Counts.\n *\n * @see https://example.com/cars\n */\n'
  expect(fileFaults('a/count-cars.ts', text)).toEqual([])
  expect(fileFaults('a/cli.ts', '#!/usr/bin/env node\n// Counts cars.\n\nrun()')).toEqual([])
})

test.each([
  ['no header', 'a.ts', "import 'b'\n", 'begin with a line'],
  ['code right below the header', 'a.ts', "// Counts cars.\nimport 'b'\n", 'blank line'],
  ['a header of two lines', 'a.ts', '// Counts\n// cars.\n', 'blank line'],
  ['a @see without an address', 'a.ts', '// A.\n\n/** @see RFC 6749 */', 'full address'],
  ['a file that says nothing', 'a/helpers.ts', '// A.\n\n', 'is called helpers'],
  ['a folder that says nothing', 'a/core/b.ts', '// A.\n\n', 'is called core'],
  ['a second test file', 'a/b-checks.test.ts', '// A.\n\n', 'one test file'],
])('finds %s', (_, path, text, fault) => {
  expect(fileFaults(path, text).join()).toContain(fault)
})

test('counts the files at the root of a folder, but no tests and no rooms', () => {
  const paths = ['a.ts', 'b.ts', 'b.test.ts', 'room/c.ts'].map(path => `packages/p/src/${path}`)
  expect(crowdedFolders(paths, 2)).toEqual([])
  expect(crowdedFolders(paths, 1)).toEqual([
    'packages/p/src has 2 files at its root, and 1 is the most.',
  ])
})
