// Which React an app has, by the nearest package.json.

import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Whether the app around a file has React 18.2 or later, which the hook needs. */
export function hasHooks(file: string): boolean {
  const range = reactRange(dirname(file))
  if (range === undefined) return false
  if (/^(\*|latest|next)$/.test(range)) return true
  const [, major = '0', minor = '0'] = /(\d+)(?:\.(\d+))?/.exec(range) ?? []
  return Number(major) > 18 || (major === '18' && Number(minor) >= 2)
}

function reactRange(folder: string): string | undefined {
  const { dependencies, devDependencies, peerDependencies } = readManifest(folder)
  const range = dependencies?.react ?? peerDependencies?.react ?? devDependencies?.react
  if (typeof range === 'string') return range
  const parent = dirname(folder)
  return parent === folder ? undefined : reactRange(parent)
}

type Manifest = {
  readonly [group in 'dependencies' | 'devDependencies' | 'peerDependencies']?: {
    readonly react?: unknown
  }
}

function readManifest(folder: string): Manifest {
  try {
    return Object(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
  } catch {
    // There is none here, or none that says anything.
    return {}
  }
}
