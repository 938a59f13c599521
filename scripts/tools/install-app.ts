// Installs our packed packages and other people's tools in a folder outside of the workspace.

import { spawnSync } from 'node:child_process'
import { cpSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { packPackage } from '../packages/pack-package.ts'
import { bundlers } from './bundlers.ts'
import { nodeVersions } from './node-versions.ts'
import { jestPackages } from './run-jest.ts'

/** The oldest React that is promised. */
const react = ['react@18.2.0', 'react-dom@18.2.0']

/**
 * Copies the app into a folder and installs everything that it is built and run with.
 *
 * @throws {Error} if a package is not built or npm fails, with npm's own words
 */
export function installApp(folder: string): void {
  cpSync(join(import.meta.dirname, 'app'), folder, { recursive: true })
  writeFileSync(
    join(folder, 'package.json'),
    '{ "name": "app", "private": true, "type": "module" }',
  )
  const ours = ['client', 'react', 'server', 'simulator'].map(
    name => packPackage(resolve('packages', name), folder).tarball,
  )
  const tools = [
    ...bundlers.flatMap(({ packages }) => packages),
    ...nodeVersions.map(({ package: name }) => name),
    ...jestPackages,
  ]
  const flags = ['--no-audit', '--no-fund', '--loglevel=error']
  const { status, stderr } = spawnSync('npm', ['install', ...flags, ...ours, ...react, ...tools], {
    cwd: folder,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`npm install failed:\n${stderr}`)
}
