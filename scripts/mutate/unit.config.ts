// The tests that run in Node, of the packages that Stryker mutates.

import { configDefaults, defineConfig } from 'vitest/config'
import { promises } from '../proofs/promises.ts'

export default defineConfig({
  test: {
    tags: Object.keys(promises).map(name => ({ name })),
    environment: 'node',
    include: ['packages/{client,server}/src/**/*.test.ts'],
    exclude: [
      ...configDefaults.exclude,
      '**/*.browser.test.ts',
      // It compares the page as it is checked in with its sources, which are being mutated.
      '**/redirect-page{.test.ts,/**}',
    ],
  },
})
