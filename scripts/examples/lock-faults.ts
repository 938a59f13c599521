// Whether the lockfile of an example still describes our packages, and holds for all the others.

import type { Manifest } from './packed-packages.ts'

/** The part of npm's `package-lock.json` that is looked at. */
export type Lockfile = {
  readonly packages: Readonly<Record<string, LockedPackage>>
}

/** An installed package in a lockfile. */
export type LockedPackage = Partial<Manifest> & {
  readonly resolved?: string
  readonly integrity?: string
}

/**
 * Lists what is wrong with a lockfile, as sentences.
 *
 * Our own packages are locked by version alone, because they are packed anew; every other package is
 * locked by the hash of its tarball.
 *
 * @see https://docs.npmjs.com/cli/configuring-npm/package-lock-json
 */
export function lockFaults({ packages }: Lockfile, ours: readonly Manifest[]): string[] {
  const faults: string[] = []
  for (const [path, locked] of Object.entries(packages)) {
    if (path === '') continue
    const name = path.replace(/^.*node_modules\//, '')
    const own = ours.find(manifest => manifest.name === name)
    if (own && decisive(locked) !== decisive(own)) {
      faults.push(`${name} has changed since: locked ${decisive(locked)}, packed ${decisive(own)}.`)
    }
    if (own && (locked.resolved || locked.integrity)) {
      faults.push(`${name} is locked to a tarball that nobody has.`)
    }
    if (!own && !(locked.integrity && locked.resolved?.startsWith('https://registry.npmjs.org/'))) {
      faults.push(`${name} is not locked to a tarball of npm.`)
    }
  }
  return faults
}

/** Takes our own packages' tarballs out of a lockfile that npm has just written. */
export function withoutOwnTarballs(lock: Lockfile, ours: readonly Manifest[]): Lockfile {
  const packages = Object.entries(lock.packages).map(([path, locked]) => {
    const isOwn = ours.some(({ name }) => path === `node_modules/${name}`)
    const { resolved: _, integrity: __, ...rest } = locked
    return [path, isOwn ? rest : locked]
  })
  return { ...lock, packages: Object.fromEntries(packages) }
}

function decisive({ version, dependencies, peerDependencies, bin }: Partial<Manifest>): string {
  return JSON.stringify([
    version,
    sorted(dependencies),
    sorted(peerDependencies),
    Object.keys(bin ?? {}),
  ])
}

function sorted(names: Readonly<Record<string, string>> = {}): [string, string][] {
  return Object.entries(names).sort(([a], [b]) => (a < b ? -1 : 1))
}
