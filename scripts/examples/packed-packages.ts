// Our packages as a user would get them: packed, with the manifests that publishing makes.

import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isBuilt, packPackage } from '../packages/pack-package.ts'

/** The members of a manifest that decide what an installation looks like. */
export type Manifest = {
  readonly name: string
  readonly version: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly bin?: Readonly<Record<string, string>>
}

/** One package, packed. */
export type PackedPackage = {
  readonly manifest: Manifest
  /** The tarball's path. */
  readonly tarball: string
}

/**
 * Packs every package of the workspace.
 *
 * @param scratch a temporary folder, which the caller deletes
 * @throws {Error} if a package is not built, is older than its sources, or cannot be packed
 */
export function packPackages(scratch: string): PackedPackage[] {
  return readdirSync('packages').map(name => {
    const source = resolve('packages', name)
    if (!isBuilt(source)) {
      throw new Error(
        `packages/${name} has no build, or one that is older than its sources, so the examples would run something else. Build it first: npx --yes pnpm@12 build`,
      )
    }
    const { tarball, folder } = packPackage(source, scratch)
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    return { manifest, tarball }
  })
}
