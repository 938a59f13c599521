// Reads what a test runner wrote about its run: how many passed, failed, and in which files.

import { resolve } from 'node:path'

/** A run in numbers; `files` are absolute paths, each with at least one test that was run. */
export type Outcome = {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly files: readonly string[]
}

/** The parts of Vitest's `json` reporter that are used. */
export type VitestReport = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

/** The parts of Playwright's `json` reporter that are used. */
export type PlaywrightReport = {
  readonly config: { readonly rootDir: string }
  readonly suites: readonly { readonly file: string }[]
  readonly errors: readonly unknown[]
  readonly stats: {
    readonly expected: number
    readonly unexpected: number
    readonly flaky: number
    readonly skipped: number
  }
}

/** Counts a Vitest run. A file that failed before any of its tests ran counts as one failure. */
export function readVitestReport(report: VitestReport): Outcome {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some(test => test.status === 'failed'),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
    files: report.testResults
      .filter(({ assertionResults }) => assertionResults.length > 0)
      .map(({ name }) => resolve(name)),
  }
}

/** Counts a Playwright run. A test that passed only when repeated is a failure here. */
export function readPlaywrightReport(report: PlaywrightReport): Outcome {
  const { expected, unexpected, flaky, skipped } = report.stats
  return {
    passed: expected,
    failed: unexpected + flaky + report.errors.length,
    skipped,
    files: report.suites.map(({ file }) => resolve(report.config.rootDir, file)),
  }
}
