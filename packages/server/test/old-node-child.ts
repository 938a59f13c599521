// For tests: what a developer reads on a Node without `node:sqlite`.

import { createSqliteStore } from '../src/stores/sqlite.ts'

const store = createSqliteStore({ file: 'never.db' })
try {
  await store.check()
} catch (error) {
  process.stdout.write(error instanceof TypeError ? error.message : String(error))
}
