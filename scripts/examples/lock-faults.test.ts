// Tests of lock-faults: a lockfile that no longer holds is noticed, whatever is wrong with it.

import { expect, test } from 'vitest'
import { lockFaults, withoutOwnTarballs } from './lock-faults.ts'

const ours = [{ name: 'ours', version: '1.2.0', dependencies: { a: '1', b: '2' } }]
const foreign = { resolved: 'https://registry.npmjs.org/a/-/a-1.tgz', integrity: 'sha512-hash' }
const own = { version: '1.2.0', dependencies: { b: '2', a: '1' } }

function lockfile(packages: object) {
  return { packages: { '': {}, 'node_modules/ours': own, 'node_modules/a': foreign, ...packages } }
}

test('finds nothing in a lockfile that holds', () => {
  expect(lockFaults(lockfile({}), ours)).toEqual([])
})

test.each([
  ['an older version of ours', { 'node_modules/ours': { ...own, version: '1.1.0' } }, 'ours has'],
  ['a dependency that ours got', { 'node_modules/ours': { version: '1.2.0' } }, 'ours has changed'],
  [
    'a command that ours lost',
    { 'node_modules/ours': { ...own, bin: { ours: 'cli.js' } } },
    'ours has changed',
  ],
  [
    'a tarball of ours',
    { 'node_modules/ours': { ...own, integrity: 'sha512-hash' } },
    'that nobody has',
  ],
  ['a package without its hash', { 'node_modules/a': { version: '1' } }, 'a is not locked'],
  [
    'a package of a package without its hash',
    { 'node_modules/a/node_modules/@x/c': { version: '1' } },
    '@x/c is not locked',
  ],
  [
    'a package from somewhere else',
    { 'node_modules/a': { ...foreign, resolved: 'https://registry.example.com/a.tgz' } },
    'a is not locked',
  ],
])('finds %s', (_, packages, fault) => {
  expect(lockFaults(lockfile(packages), ours)).toEqual([expect.stringContaining(fault)])
})

test('takes our tarballs out of a lockfile, and leaves the rest as it is', () => {
  const written = lockfile({ 'node_modules/ours': { ...own, ...foreign } })
  expect(withoutOwnTarballs(written, ours)).toEqual(lockfile({}))
})
