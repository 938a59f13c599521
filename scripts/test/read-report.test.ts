// Tests of read-report: counts from the shapes that Vitest and Playwright write.

import { expect, test } from 'vitest'
import { readPlaywrightReport, readVitestReport } from './read-report.ts'

const vitestReport = {
  numPassedTests: 2,
  numFailedTests: 1,
  numPendingTests: 1,
  numTodoTests: 0,
  testResults: [
    {
      name: '/repo/a.test.ts',
      status: 'failed',
      assertionResults: [{ status: 'passed' }, { status: 'failed' }],
    },
    {
      name: '/repo/b.test.ts',
      status: 'passed',
      assertionResults: [{ status: 'passed' }, { status: 'skipped' }],
    },
  ],
}

test('counts what Vitest passed, failed and skipped', () => {
  expect(readVitestReport(vitestReport)).toEqual({
    passed: 2,
    failed: 1,
    skipped: 1,
    files: ['/repo/a.test.ts', '/repo/b.test.ts'],
  })
})

test('counts a file that broke before its tests as one failure and as not run', () => {
  const broken = { name: '/repo/c.test.ts', status: 'failed', assertionResults: [] }
  const outcome = readVitestReport({
    ...vitestReport,
    testResults: [...vitestReport.testResults, broken],
  })
  expect(outcome.failed).toBe(2)
  expect(outcome.files).not.toContain('/repo/c.test.ts')
})

test('counts a broken file whose other tests passed', () => {
  const broken = {
    name: '/repo/c.test.ts',
    status: 'failed',
    assertionResults: [{ status: 'passed' }],
  }
  const outcome = readVitestReport({ ...vitestReport, testResults: [broken] })
  expect(outcome.failed).toBe(2)
})

test('counts flaky tests and errors outside tests of Playwright as failures', () => {
  const outcome = readPlaywrightReport({
    config: { rootDir: '/repo/e2e' },
    suites: [{ file: 'happy.spec.ts' }],
    errors: [{ message: 'the server did not start' }],
    stats: { expected: 5, unexpected: 2, flaky: 1, skipped: 3 },
  })
  expect(outcome).toEqual({ passed: 5, failed: 4, skipped: 3, files: ['/repo/e2e/happy.spec.ts'] })
})
