// With which HTTP status each refusal is answered, as the server's code says it.

import { globSync, readFileSync } from 'node:fs'

/** The status of each reason that some check refuses with. */
export function refusalStatuses(): ReadonlyMap<string, number> {
  const files = globSync('packages/server/src/**/*.ts', { exclude: ['**/*.test.ts'] })
  const pairs = files.flatMap(file => [
    ...readFileSync(file, 'utf8').matchAll(/status: (\d{3}), reason: '(\w+)'/g),
  ])
  return new Map(pairs.map(([, status, reason = '']) => [reason, Number(status)]))
}
