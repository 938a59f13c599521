// The last lines of the full test: a table of the stages, and the sum.

import type { Result } from './run-stage.ts'

/** One row for each stage, its notes below it; the last line is `N passed, N failed`. */
export function summary(results: readonly Result[]): string {
  const rows = results.flatMap(({ name, seconds, passed, failed, notes }) => [
    `${failed > 0 ? '✗' : '✓'} ${name.padEnd(14)}${cell(seconds.toFixed(1))}${cell(passed)}${cell(failed)}`,
    ...notes.map(note => `    ${note}`),
  ])
  const head = `  ${'stage'.padEnd(14)}${cell('seconds')}${cell('passed')}${cell('failed')}`
  const sum = `${total(results, 'passed')} passed, ${total(results, 'failed')} failed`
  return [head, ...rows, '', sum].join('\n')
}

/** Adds up one column. */
export function total(results: readonly Result[], column: 'passed' | 'failed'): number {
  return results.reduce((sum, result) => sum + result[column], 0)
}

function cell(value: string | number): string {
  return String(value).padStart(9)
}
