// The rules of the house that no linter holds: headers, addresses, names, and how much stands where.

/** The faults of one source file, as sentences. */
export function fileFaults(path: string, text: string): string[] {
  const faults: string[] = []
  const lines = text.split('\n')
  // What a tool wants first: a program's interpreter, or a directive of React.
  const header = /^(#!|'use )/.test(lines[0] ?? '') ? 1 : 0
  if (!/^\/\/ \S/.test(lines[header] ?? '')) {
    faults.push(`${path} does not begin with a line that says what it is.`)
  } else if (lines[header + 1] !== '') {
    faults.push(`${path} has no blank line after its first line, or a header of several lines.`)
  }
  for (const [, target = ''] of text.matchAll(/^ *\/?\*+ *@see (.*)$/gm)) {
    if (!/https?:\/\/\S+/.test(target)) {
      faults.push(`${path} has a @see without a full address: ${target}`)
    }
  }
  const nameless = /(^|\/)(utils?|helpers?|common|types|lib|core)(\/|\.[\w.]+$)/.exec(path)
  if (nameless) faults.push(`${path} is called ${nameless[2]}, which says nothing.`)
  if (/-checks\./.test(path)) faults.push(`${path}: the tests of a file stand in one test file.`)
  return faults
}

/**
 * Folders named `src` with more files than somebody can take in.
 *
 * @param paths all source files; tests are not counted
 */
export function crowdedFolders(paths: readonly string[], most: number): string[] {
  const counts = new Map<string, number>()
  for (const path of paths) {
    const [, folder] = /^(packages\/\w+\/src|scripts)\/[^/]+$/.exec(path) ?? []
    if (!folder || /\.(test|test-d|stories)\./.test(path)) continue
    counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  return [...counts]
    .filter(([, count]) => count > most)
    .map(([folder, count]) => `${folder} has ${count} files at its root, and ${most} is the most.`)
}
