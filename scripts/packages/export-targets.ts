// The files that a package's exports lead to.

/** The `exports` of a package: a path, or a path for each condition. */
export type Exports = Readonly<Record<string, ExportTarget>>

type ExportTarget = string | { readonly [condition: string]: ExportTarget }

/** Every entry with every file it may lead to, whatever the conditions. */
export function exportTargets(exports: Exports): (readonly [entry: string, path: string])[] {
  return Object.entries(exports).flatMap(([entry, target]) =>
    pathsOf(target).map(path => [entry, path] as const),
  )
}

function pathsOf(target: ExportTarget): string[] {
  return typeof target === 'string' ? [target] : Object.values(target).flatMap(pathsOf)
}
