// Tests of verdict: every way a run can go wrong adds a failure.

import { expect, test } from 'vitest'
import { verdictOnCheck, verdictOnTests } from './verdict.ts'

const good = { passed: 3, failed: 0, skipped: 0, files: ['/repo/a.test.ts'] }

test('counts a check as one', () => {
  expect(verdictOnCheck(0)).toEqual({ passed: 1, failed: 0, notes: [] })
  expect(verdictOnCheck(2)).toMatchObject({ passed: 0, failed: 1 })
})

test('takes the numbers of a good run as they are', () => {
  expect(verdictOnTests(0, good, ['/repo/a.test.ts'])).toEqual({ passed: 3, failed: 0, notes: [] })
})

test('takes the failures the runner counted', () => {
  expect(verdictOnTests(1, { ...good, failed: 2 }, [])).toMatchObject({ passed: 3, failed: 2 })
})

test.each([
  ['wrote no report', 1, undefined, []],
  ['wrote no report, though it ended well', 0, undefined, []],
  ['reported no tests', 0, { ...good, passed: 0, files: [] }, []],
  ['skipped all tests', 0, { ...good, passed: 0, skipped: 3 }, []],
  ['left out a test file', 0, good, ['/repo/a.test.ts', '/repo/b.test.ts']],
  ['ended badly after passing all tests', 1, good, []],
])('counts one failure where the runner %s', (_, exitCode, outcome, files) => {
  const verdict = verdictOnTests(exitCode, outcome, files)
  expect(verdict.failed).toBe(1)
  expect(verdict.notes).not.toEqual([])
})

test('does not count a broken file twice: as failed and as not run', () => {
  const broken = { ...good, failed: 1 }
  expect(verdictOnTests(1, broken, ['/repo/b.test.ts']).failed).toBe(1)
})

test('tells how many tests were skipped', () => {
  expect(verdictOnTests(0, { ...good, skipped: 2 }, []).notes).toEqual(['2 skipped'])
})
