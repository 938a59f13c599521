// Decides what a finished stage counts for: a stage that went wrong counts at least one failure.

import { relative } from 'node:path'
import type { Outcome } from './read-report.ts'

/** What a stage adds to the final line, with the reasons for what its runner did not count. */
export type Verdict = {
  readonly passed: number
  readonly failed: number
  readonly notes: readonly string[]
}

/** The verdict on a stage without tests of its own, such as the type check: one passed or one failed. */
export function verdictOnCheck(exitCode: number): Verdict {
  return exitCode === 0
    ? { passed: 1, failed: 0, notes: [] }
    : { passed: 0, failed: 1, notes: [`ended with code ${exitCode}`] }
}

/**
 * The verdict on a stage that runs tests. Every test file on disk must appear in the runner's report:
 * a runner that crashed, or that matches no files any more, has failed.
 *
 * @param outcome what the runner reported; `undefined` when it wrote no readable report
 * @param testFiles the test files on disk, as absolute paths
 */
export function verdictOnTests(
  exitCode: number,
  outcome: Outcome | undefined,
  testFiles: readonly string[],
): Verdict {
  if (!outcome) {
    return { passed: 0, failed: 1, notes: [`ended with code ${exitCode} and wrote no report`] }
  }
  const notRun = testFiles.filter(file => !outcome.files.includes(file))
  const notes = notRun.map(file => `not run: ${relative('', file)}`)
  if (outcome.skipped > 0) notes.push(`${outcome.skipped} skipped`)
  let failed = Math.max(outcome.failed, notRun.length)
  if (outcome.passed + failed === 0) {
    failed = 1
    notes.push('reported no tests')
  } else if (failed === 0 && exitCode !== 0) {
    failed = 1
    notes.push(`every test passed, yet it ended with code ${exitCode}`)
  }
  return { passed: outcome.passed, failed, notes }
}
