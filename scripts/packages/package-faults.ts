// What must hold in a packed package beyond what publint and attw look at.

/** A package as it would be published: its manifest, and the text of its files by path. */
export type PackedPackage = {
  manifest: {
    name: string
    exports: Readonly<Record<string, string>>
    dependencies?: Readonly<Record<string, string>>
  }
  files: ReadonlyMap<string, string>
}

const browserPackages = ['smartcar-connect', 'smartcar-connect-react']

/** Lists the faults as sentences; an empty list is a package that may be published. */
export function packageFaults({ manifest, files }: PackedPackage): string[] {
  const { name } = manifest
  const targets = Object.values(manifest.exports).map(target => target.replace('./', ''))
  const faults = targets
    .filter(target => target.endsWith('.js') && !files.has(target.replace(/\.js$/, '.d.ts')))
    .map(target => `${name}: ${target} has no types beside it.`)

  if (browserPackages.includes(name)) {
    for (const [path, text] of files) {
      // The Vite plugin is the one file of these packages that runs in Node.
      if (!path.endsWith('.js') || path === 'dist/vite.js') continue
      for (const word of ['localStorage', 'process.']) {
        if (text.includes(word)) faults.push(`${name}: ${path} contains ${word}`)
      }
    }
  }
  if (name === 'smartcar-connect' && Object.keys(manifest.dependencies ?? {}).length > 0) {
    faults.push(`${name}: has dependencies, and promises none.`)
  }
  if (name === 'smartcar-connect-react') {
    const entry = files.get('dist/index.js') ?? ''
    if (!/^['"]use client['"]/.test(entry)) {
      faults.push(`${name}: dist/index.js does not begin with 'use client'.`)
    }
  }
  return faults
}
