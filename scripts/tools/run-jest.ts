// Runs the test of a component that docs/testing.md prints, in Jest, with the configuration printed there.

import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pageFiles } from '../docs/page-files.ts'

/** What npm installs for it. */
export const jestPackages: readonly string[] = [
  ...['jest@30', 'jest-environment-jsdom@30', 'babel-jest@30'],
  ...['core', 'preset-env', 'preset-react', 'preset-typescript'].map(name => `@babel/${name}@7`),
  ...['@testing-library/react@16', '@testing-library/dom@10'],
]

/**
 * Writes the files into a folder below the app, as an app without `"type": "module"` has them.
 *
 * @returns what was run, for people
 * @throws {Error} if a test failed, with Jest's own words
 */
export function runJest(app: string): string {
  const folder = join(app, 'jest')
  mkdirSync(folder)
  const files = pageFiles(readFileSync('docs/testing.md', 'utf8'))
  for (const name of ['jest.config.js', 'babel.config.js', 'add-car.tsx']) {
    writeFileSync(join(folder, name), files.get(name) ?? '')
  }
  const test = (files.get('add-car.test.tsx') ?? '')
    .replace(/^import .* from 'vitest'\n/m, '')
    .replaceAll('vi.fn', 'jest.fn')
  writeFileSync(join(folder, 'add-car.test.tsx'), test)
  writeFileSync(join(folder, 'empty.js'), '')
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  const jest = join(app, 'node_modules/jest/bin/jest.js')
  const { stdout, stderr } = spawnSync(process.execPath, [jest], { cwd: folder, encoding: 'utf8' })
  if (!/^Tests: +2 passed, 2 total$/m.test(stderr)) throw new Error(stdout + stderr)
  return 'a component and its test, as docs/testing.md has them'
}
