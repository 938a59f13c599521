// Decides what a finished stage counts for, so that nothing that went wrong counts as nothing.
import { relative } from 'node:path'
import type { Outcome } from './read-report.ts'

/** What a stage adds to the final line, with the reasons for what its runner did not count. */
export type Verdict = { passed: number; failed: number; notes: string[] }

/** Judges a stage without tests of its own, such as the type check: one passed or one failed. */
export function judgeCheck(exitCode: number): Verdict {
  return exitCode === 0
    ? { passed: 1, failed: 0, notes: [] }
    : { passed: 0, failed: 1, notes: [`ended with code ${exitCode}`] }
}

/**
 * Judges a stage that runs tests. Every test file there is must appear in the runner's report: a
 * runner that crashed, or matched no files any more, has failed and not merely been quiet.
 *
 * @param outcome what the runner reported; `undefined` when it wrote no readable report
 * @param testFiles the test files on disk, as absolute paths
 */
export function judgeTests(
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
