// Runs single test files of the copy, one after the other, in one Vitest: starting it takes longer than most tests.

import { join } from 'node:path'
import { createVitest, type TestSpecification } from 'vitest/node'

/** What became of the tests of one file, up to the first that failed. */
export type Run = {
  readonly passed: number
  /** The name of the test that failed. */
  readonly failed: string | undefined
}

/** A Vitest that waits for files to run. */
export type TestRunner = {
  /** The test file of a path, if there is one. */
  readonly find: (path: string) => TestSpecification | undefined
  readonly run: (specification: TestSpecification) => Promise<Run>
  /** Makes the next run read a file anew. */
  readonly forget: (path: string) => void
  readonly close: () => Promise<void>
}

/**
 * Starts Vitest.
 *
 * @param root the root of the copy
 */
export async function startTests(root: string): Promise<TestRunner> {
  let passed = 0
  let failed: string | undefined
  const vitest = await createVitest(
    'test',
    {
      root,
      config: join(root, 'scripts/mutate/browser.config.ts'),
      watch: false,
      bail: 1,
      reporters: [
        {
          onTestCaseResult(test) {
            const { state } = test.result()
            if (state === 'passed') passed += 1
            if (state === 'failed') failed ??= test.name
          },
        },
      ],
    },
    { logLevel: 'silent' },
  )
  await vitest.standalone()
  const specifications = await vitest.globTestSpecifications()
  return {
    find: path => specifications.find(({ moduleId }) => moduleId === path),
    async run(specification) {
      passed = 0
      failed = undefined
      await vitest.runTestSpecifications([specification])
      return { passed, failed }
    },
    forget: path => vitest.invalidateFile(path),
    close: () => vitest.close(),
  }
}
