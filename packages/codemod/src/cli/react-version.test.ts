// Which apps get the hook.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hasHooks } from './react-version.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'react-version-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test.each([
  ['^17.0.2', false],
  ['~18.1.0', false],
  ['^18', false],
  ['^18.2.0', true],
  ['>=19', true],
  ['19.0.0-rc.1', true],
  ['latest', true],
  ['*', true],
  [undefined, false],
])('React %s: %s', (react, expected) => {
  for (const group of ['dependencies', 'devDependencies', 'peerDependencies']) {
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ [group]: { react } }))
    expect(hasHooks(join(folder, 'src/app.js'))).toBe(expected)
  }
})

test('the nearest package.json with React counts, also past one that says nothing', () => {
  mkdirSync(join(folder, 'src/pages'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ dependencies: { react: '^17' } }))
  writeFileSync(join(folder, 'src/pages/package.json'), 'this is no JSON')
  expect(hasHooks(join(folder, 'src/pages/app.js'))).toBe(false)
  writeFileSync(join(folder, 'src/package.json'), JSON.stringify({ dependencies: { react: '19' } }))
  expect(hasHooks(join(folder, 'src/pages/app.js'))).toBe(true)
})
