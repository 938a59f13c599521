// Mutates client and server with Stryker, and prints which part of the mutants the tests in Node notice. Name files, or parts of their paths, to do fewer.

import { existsSync, globSync } from 'node:fs'
import { Stryker } from '@stryker-mutator/core'

// A file that has a test of its own in Node. The redirect page is checked in as it was built, so
// each change to its parts breaks its test; those and what needs a browser: `mutate:browser`.
const tests = globSync('packages/{client,server}/src/**/*.test.ts', {
  exclude: ['**/*.browser.test.ts', '**/redirect-page{.test.ts,/**}'],
})
const wanted = process.argv.slice(2)
const files = tests
  .map(test => test.replace('.test.ts', '.ts'))
  .filter(file => existsSync(file))
  .filter(file => wanted.length === 0 || wanted.some(part => file.includes(part)))

await new Stryker({
  mutate: files,
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'scripts/mutate/unit.config.ts' },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // Many a missing check shows in a test that waits forever.
  timeoutMS: 10_000,
  ignorePatterns: ['.storybook', 'apps', 'dist'],
  tempDirName: 'test-results/stryker',
  reporters: ['clear-text', 'progress-append-only', 'html'],
  htmlReporter: { fileName: 'test-results/mutation.html' },
  clearTextReporter: { allowColor: false, reportTests: false },
  // No score is a failure: a mutant may mean the same as the code.
  thresholds: { break: null },
}).runMutationTest()
