// What must hold in a packed package beyond what publint and attw look at.

import { dirname, join } from 'node:path/posix'
import { adviceOn, adviceTopics } from '../../packages/client/src/messages/advice.ts'
import { type Exports, exportTargets } from './export-targets.ts'

/** A package as it would be published: its manifest, and the text of its files by path. */
export type PackedPackage = {
  readonly manifest: {
    readonly name: string
    readonly exports: Exports
    readonly dependencies?: Readonly<Record<string, string>>
  }
  readonly files: ReadonlyMap<string, string>
}

// What development says of each error and option.
const advice = adviceTopics.map(topic => adviceOn(topic).trim())

const browserPackages = ['smartcar-connect', 'smartcar-connect-react']

/** Lists the faults as sentences; an empty list is a package that may be published. */
export function packageFaults({ manifest, files }: PackedPackage): string[] {
  const { name } = manifest
  const targets = exportTargets(manifest.exports).map(
    ([entry, path]) => [entry, path.replace('./', '')] as const,
  )
  const faults = targets
    .filter(([, path]) => path.endsWith('.js'))
    .filter(([entry, path]) => {
      // Conditions may share the types that their entry names.
      const named = targets.filter(([other, path]) => other === entry && path.endsWith('.d.ts'))
      const beside = path.replace(/\.js$/, '.d.ts')
      return ![beside, ...named.map(([, path]) => path)].some(path => files.has(path))
    })
    .map(([, path]) => `${name}: ${path} has no types beside it.`)

  if (browserPackages.includes(name)) {
    // The Vite plugin is the one entry of these packages that runs in Node.
    const inNode = targets.filter(([entry]) => entry === './vite').map(([, path]) => path)
    for (const [path, text] of files) {
      if (!path.endsWith('.js') || inNode.includes(path)) continue
      for (const word of ['localStorage', 'process.']) {
        if (text.includes(word)) faults.push(`${name}: ${path} contains ${word}`)
      }
      if (path.startsWith('dist/development/')) continue
      const told =
        /\bconsole\.(error|warn|info|log)\b/.exec(text)?.[0] ??
        advice.find(words => text.includes(words))
      if (told) faults.push(`${name}: ${path} has what is for development alone: ${told}`)
    }
  }
  if (name === 'smartcar-connect' && Object.keys(manifest.dependencies ?? {}).length > 0) {
    faults.push(`${name}: has dependencies, and promises none.`)
  }
  const entries = targets.map(([, path]) => path).filter(path => path.endsWith('.js'))
  faults.push(...serverComponentFaults(entries, files).map(fault => `${name}: ${fault}`))
  return faults
}

/**
 * What would break in a server component of React: it runs each file itself, up to those that begin
 * with 'use client', and there it has neither hooks nor contexts.
 *
 * @see https://react.dev/reference/rsc/use-client
 */
function serverComponentFaults(
  entries: readonly string[],
  files: PackedPackage['files'],
): readonly string[] {
  const faults: string[] = []
  const paths = new Set(entries)
  for (const path of paths) {
    const text = files.get(path) ?? ''
    const isClient = /^['"]use client['"]/.test(text)
    if (isClient && /^export \* from/m.test(text)) {
      faults.push(`${path} begins with 'use client' and has \`export *\`, which Next.js refuses.`)
    }
    if (isClient) continue
    for (const [, target = ''] of text.matchAll(/(?:\bfrom|\bimport) ?["']([^"']+)["']/g)) {
      if (target === 'react') faults.push(`${path} uses React and has no 'use client'.`)
      if (target.startsWith('.')) paths.add(join(dirname(path), target))
    }
  }
  return faults
}
