// The stages of the full test, in order: cheap and telling ones first.

/** A stage is a script of the root package.json; `tests` where it runs tests and reports them. */
export type Stage = {
  readonly script: string
  /** What is added to its command line. */
  readonly args?: readonly string[]
  readonly tests?: {
    readonly runner: 'vitest' | 'playwright'
    /** The runner's own report. */
    readonly report: string
    /** Where its tests are: each such file must have been run. */
    readonly files: readonly string[]
  }
}

/** Everything `npx --yes pnpm@12 test` runs. */
export const stages: readonly Stage[] = [
  { script: 'browser' },
  { script: 'types' },
  { script: 'lint' },
  { script: 'unused' },
  { script: 'reference' },
  { script: 'build' },
  { script: 'packages' },
  { script: 'size' },
  // One of the examples; `test:examples` alone runs them all.
  { script: 'test:examples', args: ['plain-html'] },
  {
    script: 'unit',
    args: vitestArgs('test-results/unit.json'),
    tests: {
      runner: 'vitest',
      report: 'test-results/unit.json',
      files: [
        'packages/**/*.test.{ts,tsx}',
        'apps/**/*.test.{ts,tsx}',
        '{scripts,.storybook}/**/*.test.ts',
      ],
    },
  },
  {
    script: 'stories',
    args: vitestArgs('test-results/stories.json'),
    tests: {
      runner: 'vitest',
      report: 'test-results/stories.json',
      files: ['packages/**/*.stories.tsx'],
    },
  },
  {
    script: 'e2e',
    args: ['--forbid-only'],
    tests: {
      runner: 'playwright',
      report: 'test-results/e2e.json',
      files: ['apps/**/*.spec.ts', '.storybook/**/*.spec.ts'],
    },
  },
]

function vitestArgs(report: string): string[] {
  return [
    '--allowOnly=false',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
}
