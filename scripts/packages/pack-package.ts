// Packs a package as for publishing and unpacks it, to look at what a user would install.

import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'

/** What publishing a package would send, on this disk. */
export type Packed = {
  /** The tarball's path. */
  readonly tarball: string
  /** The folder of its unpacked content. */
  readonly folder: string
}

/**
 * Packs a package that is built.
 *
 * @param source the package's folder in the workspace
 * @param scratch a temporary folder, which the caller deletes
 * @throws {Error} if the package cannot be packed
 */
export function packPackage(source: string, scratch: string): Packed {
  const name = basename(source)
  const tarball = join(scratch, `${name}.tgz`)
  const unpacked = mkdtempSync(join(scratch, `${name}-`))
  runOrThrow('pnpm', ['pack', '--out', tarball], source)
  runOrThrow('tar', ['-xzf', tarball, '-C', unpacked], scratch)
  return { tarball, folder: join(unpacked, 'package') }
}

/** Whether a package's `dist` is there and not older than its sources. */
export function isBuilt(source: string): boolean {
  const dist = join(source, 'dist/index.js')
  if (!existsSync(dist)) return false
  const builtMs = statSync(dist).mtimeMs
  return globSync('src/**', { cwd: source }).every(
    path => statSync(join(source, path)).mtimeMs <= builtMs,
  )
}

function runOrThrow(command: string, args: readonly string[], folder: string): void {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
  })
  if (status === 0) return
  throw new Error(`${command} ${args.join(' ')} failed:\n${error?.message ?? stdout + stderr}`)
}
