// For tests: one PostgreSQL for all tests of a file.

import { afterAll, beforeAll } from 'vitest'
import { type RunningPostgres, startPostgres } from './start-postgres.ts'

/**
 * Starts PostgreSQL before the tests of this file and stops it after them.
 *
 * @returns a function that returns its URL; call it inside a test or a hook.
 */
export function usePostgres(): () => string {
  let running: RunningPostgres | undefined
  beforeAll(async () => {
    running = await startPostgres()
  })
  afterAll(() => running?.stop())
  return () => {
    if (running === undefined) throw new Error('PostgreSQL runs inside tests and hooks only.')
    return running.url
  }
}
