// The sizes as a table: two bundlers, the worse of the two, and whether it keeps its ceiling.

import type { Download } from './download.ts'

/** A number of bytes by each bundler; `undefined` where a bundler has no such file. */
export type Size = {
  readonly name: string
  readonly esbuild: number | undefined
  readonly vite: number | undefined
  /** The most that is allowed; the command fails above it. */
  readonly ceiling?: number | undefined
}

/** The ceilings of an entry, in bytes. */
export type Ceilings = {
  readonly atLoad?: number
  /** With all late parts. */
  readonly inTotal?: number
}

/** The rows of one entry: at load, each late part, and in total if there are any. */
export function sizesOf(
  name: string,
  esbuild: Download,
  vite: Download,
  ceilings: Ceilings = {},
): Size[] {
  const [esbuildParts, viteParts] = [numbered(esbuild), numbered(vite)]
  const names = [...new Set([...esbuildParts.keys(), ...viteParts.keys()])]
  const atLoad = {
    name: names.length > 0 ? `${name}, at load` : name,
    esbuild: esbuild.atLoad,
    vite: vite.atLoad,
    ceiling: ceilings.atLoad,
  }
  if (names.length === 0) return [atLoad]
  return [
    atLoad,
    ...names.map(part => ({
      name: `  late: ${part}`,
      esbuild: esbuildParts.get(part),
      vite: viteParts.get(part),
    })),
    {
      name: `${name}, in total`,
      esbuild: total(esbuild),
      vite: total(vite),
      ceiling: ceilings.inTotal,
    },
  ]
}

/** The larger of an entry's two counts, which is the one that a ceiling is about. */
export function worse({ esbuild = 0, vite = 0 }: Size): number {
  return Math.max(esbuild, vite)
}

/** The sizes that a text does not have, written as people do: `5,641`. */
export function untold(sizes: readonly Size[], text: string): readonly Size[] {
  return sizes.filter(size => !text.includes(worse(size).toLocaleString('en-US')))
}

/** Whether a size is above its ceiling. */
export function isTooLarge(size: Size): boolean {
  return size.ceiling !== undefined && worse(size) > size.ceiling
}

/** One line for each size, below a head. */
export function sizeTable(sizes: readonly Size[]): string {
  const width = Math.max(...sizes.map(({ name }) => name.length)) + 2
  function row(name: string, cells: readonly (string | number)[]) {
    return `${name.padEnd(width)}${cells.map(cell => String(cell).padStart(9)).join('')}`
  }
  const rows = sizes.map(size => {
    const { name, esbuild = '–', vite = '–', ceiling } = size
    if (ceiling === undefined) return row(name, [esbuild, vite, worse(size)])
    const verdict = isTooLarge(size) ? `✗ OVER ${ceiling}` : `✓ at most ${ceiling}`
    return `${row(name, [esbuild, vite, worse(size)])}   ${verdict}`
  })
  return [row('', ['esbuild', 'Vite', 'worse']), ...rows].join('\n')
}

function total({ atLoad, late }: Download): number {
  return late.reduce((sum, { bytes }) => sum + bytes, atLoad)
}

// Parts of one name, the shared ones, are told apart by their rank.
function numbered({ late }: Download): Map<string, number> {
  const parts = new Map<string, number>()
  for (const { name, bytes } of late) {
    let unique = name
    for (let rank = 2; parts.has(unique); rank += 1) unique = `${name} ${rank}`
    parts.set(unique, bytes)
  }
  return parts
}
