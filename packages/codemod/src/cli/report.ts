// What the command prints.

import { guide } from '../syntax/marks.ts'
import type { Problem } from './find-files.ts'
import type { FileResult } from './migrate-file.ts'

/** The report of a run: each file that has something to tell, and the sums. */
export function report(results: readonly FileResult[], write: boolean): string {
  const told = results.filter(({ isChanged, left }) => isChanged || left.length > 0)
  const files = told.map(({ path, isChanged, moved, left }) =>
    [
      `${path}: ${isChanged ? (write ? 'changed' : 'to change') : 'as it was'}, ${count(moved, 'instance')} moved, ${left.length} left to you`,
      ...left.map(({ line, what }) => `  ${line}  ${what}`),
    ].join('\n'),
  )
  const changed = results.filter(({ isChanged }) => isChanged).length
  const moved = results.reduce((sum, result) => sum + result.moved, 0)
  const left = results.reduce((sum, result) => sum + result.left.length, 0)
  const sums = `${count(changed, 'file')} ${write ? 'changed' : 'to change'}, ${count(moved, 'instance')} moved, ${count(left, 'line')} left to you.`
  const next =
    told.length === 0
      ? []
      : [
          ...(write ? [] : ['Nothing was written. --write does it.']),
          `What it cannot know stands in ${guide}`,
        ]
  return [...files, sums, ...next].join('\n')
}

/** A problem with one file, in one line. */
export function problemLine({ path, problem }: Problem): string {
  return `${path}: ${problem}`
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
