// A folder like an app's, with our packages installed as they would be published.

import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isBuilt, packPackage } from './pack-package.ts'

/** An app that has installed our packages and the official SDK. */
export type AppFolder = {
  readonly path: string
  /** Deletes the folder. */
  readonly remove: () => void
}

/**
 * Packs the client and the React package and installs them in a temporary folder.
 *
 * @param packages the folder of the packages, which may be another checkout's
 * @throws {Error} if a package is not built, or is older than its sources
 */
export function createAppFolder(packages: string): AppFolder {
  for (const name of ['client', 'react']) {
    if (!isBuilt(join(packages, name))) {
      throw new Error(
        `${join(packages, name)} has no build, or one that is older than its sources, so the numbers would be wrong. Build it first: npx --yes pnpm@12 build`,
      )
    }
  }
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'smartcar-connect-app-')))
  const modules = join(path, 'node_modules')
  mkdirSync(join(modules, '@smartcar'), { recursive: true })
  function install(source: string, name: string) {
    return renameSync(packPackage(join(packages, source), path).folder, join(modules, name))
  }
  install('client', 'smartcar-connect')
  install('react', 'smartcar-connect-react')
  const official = fileURLToPath(import.meta.resolve('@smartcar/auth/package.json'))
  symlinkSync(dirname(official), join(modules, '@smartcar/auth'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
