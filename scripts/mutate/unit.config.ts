// The tests that run in Node, of the packages that Stryker mutates.

import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'
import { promises } from '../proofs/promises.ts'

const noPostgres = fileURLToPath(new URL('./no-postgres.ts', import.meta.url))

export default defineConfig({
  resolve: { alias: [{ find: /^.*\/use-postgres\.ts$/, replacement: noPostgres }] },
  test: {
    tags: Object.keys(promises).map(name => ({ name })),
    environment: 'node',
    testTimeout: 20_000,
    include: ['packages/{client,server}/src/**/*.test.ts'],
    // Stores are tested by turns on each database.
    testNamePattern: /^(?!.*PostgreSQL)/,
    exclude: [
      ...configDefaults.exclude,
      '**/*.browser.test.ts',
      // They start processes of their own, or need PostgreSQL.
      'packages/server/src/{crash,canary,database-lost,app-calls}.test.ts',
      '**/postgres.test.ts',
      // It compares the page as it is checked in with its sources, which are being mutated.
      '**/redirect-page{.test.ts,/**}',
    ],
  },
})
