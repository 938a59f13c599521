// Mutates client and server with Stryker, and prints which part of the mutants the tests in Node notice. Name files, rooms, or parts of their paths, to do fewer; --own runs the tests of their rooms alone, and leaves out what is decided when a file is loaded.

import { parseArgs } from 'node:util'
import { Stryker } from '@stryker-mutator/core'
import { filesToMutate, testsOf } from './mutate/files-to-mutate.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    concurrency: { type: 'string', default: '2' },
    own: { type: 'boolean', default: false },
  },
})
const files = filesToMutate(positionals)
if (files.length === 0) throw new Error(`No file has ${positionals.join(' or ')} in its path.`)

// The configuration of the tests is read in processes of their own.
if (values.own) process.env.MUTATE_TESTS = testsOf(files).join(',')

await new Stryker({
  mutate: [...files],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'scripts/mutate/unit.config.ts' },
  coverageAnalysis: 'perTest',
  concurrency: Number(values.concurrency),
  // Each mutant of a constant is tried with all tests, as nobody knows which of them need it.
  ignoreStatic: values.own,
  // Many a missing check shows in a test that waits forever.
  timeoutMS: values.own ? 4_000 : 10_000,
  ignorePatterns: ['.storybook', 'apps', 'dist'],
  tempDirName: 'test-results/stryker',
  reporters: ['clear-text', 'progress-append-only', 'html'],
  htmlReporter: { fileName: 'test-results/mutation.html' },
  clearTextReporter: { allowColor: false, reportTests: false },
  // No score is a failure: a mutant may mean the same as the code.
  thresholds: { break: null },
}).runMutationTest()
