// Tests of files-to-mutate: every room of the server is in it, and what cannot be tested in Node is not.

import { globSync } from 'node:fs'
import { expect, test } from 'vitest'
import { filesToMutate } from './files-to-mutate.ts'

test('every room of the server is mutated', () => {
  const rooms = globSync('packages/server/src/*/')
  expect(rooms.length).toBeGreaterThan(8)
  expect(rooms.filter(room => filesToMutate([`${room}/`]).length === 0)).toEqual([])
})

test('tests, and what needs a browser or PostgreSQL, are not', () => {
  const files = filesToMutate([])
  expect(files.length).toBeGreaterThan(80)
  expect(files.filter(file => /\.test\.tsx?$|postgres|redirect-page\//.test(file))).toEqual([])
})

test('a part of a path chooses', () => {
  expect(filesToMutate(['server/src/vault/seal.ts'])).toEqual(['packages/server/src/vault/seal.ts'])
  expect(filesToMutate(['no such file'])).toEqual([])
})
