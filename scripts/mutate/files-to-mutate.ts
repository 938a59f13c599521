// Which files Stryker changes: those that tests in Node run.

import { existsSync, globSync } from 'node:fs'

/**
 * All files of the server, and those of the client that have a test of their own in Node.
 *
 * @param wanted parts of paths; without any, all files
 */
export function filesToMutate(wanted: readonly string[]): readonly string[] {
  return [...clientFiles(), ...serverFiles()].filter(
    file => wanted.length === 0 || wanted.some(part => file.includes(part)),
  )
}

// The redirect page is checked in as it was built, so each change to its parts breaks its test;
// those and what needs a browser: `mutate:browser`.
function clientFiles(): string[] {
  return globSync('packages/client/src/**/*.test.ts', {
    exclude: ['**/*.browser.test.ts', '**/redirect-page{.test.ts,/**}'],
  })
    .map(test => test.replace('.test.ts', '.ts'))
    .filter(file => existsSync(file))
}

// PostgreSQL is not started for each mutant; what both databases share is tested with SQLite.
function serverFiles(): string[] {
  return globSync('packages/server/src/**/*.ts', {
    exclude: ['**/*.test.ts', '**/index.ts', '**/stores/postgres*.ts'],
  })
}
