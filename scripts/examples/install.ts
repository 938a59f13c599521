// Installs an example as a user would, with our packages from tarballs and all else by its lockfile.

import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Lockfile, withoutOwnTarballs } from './lock-faults.ts'
import type { Manifest } from './packed-packages.ts'
import { runCommand } from './run-command.ts'

// Progress and advertisements are for people; the cache saves asking twice.
const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--prefer-offline']

/**
 * Installs what the lockfile says.
 *
 * @param registry the origin of the registry that has our packages
 * @returns what npm wrote
 * @throws {Error} with what npm wrote
 */
export function install(folder: string, registry: string): Promise<string> {
  return runCommand(['npm', 'ci', ...quiet, `--registry=${registry}`], folder, {})
}

/**
 * Writes the lockfile of an example anew, with the newest versions that its package.json allows, and
 * our packages at the versions that they have.
 *
 * @throws {Error} with what npm wrote
 */
export async function lock(
  folder: string,
  registry: string,
  ours: readonly Manifest[],
): Promise<void> {
  const lockFile = join(folder, 'package-lock.json')
  rmSync(lockFile, { force: true })
  const manifestFile = join(folder, 'package.json')
  const text = readFileSync(manifestFile, 'utf8')
  writeFileSync(manifestFile, withOwnVersions(text, ours))
  // Where each tarball is stands in the lockfile, whatever the settings of this machine.
  const complete = ['--package-lock-only', '--omit-lockfile-registry-resolved=false']
  const command = ['npm', 'install', ...complete, ...quiet, `--registry=${registry}`]
  await runCommand(command, folder, {})
  const written: Lockfile = JSON.parse(readFileSync(lockFile, 'utf8'))
  writeFileSync(lockFile, `${JSON.stringify(withoutOwnTarballs(written, ours), null, 2)}\n`)
}

function withOwnVersions(text: string, ours: readonly Manifest[]): string {
  return ours.reduce(
    (changed, { name, version }) =>
      changed.replace(new RegExp(`("${name}": )"[^"]*"`), `$1"^${version}"`),
    text,
  )
}
