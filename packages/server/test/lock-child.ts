// For tests: a process that locks a SQLite file, says so, and lets it go after a while.

import { DatabaseSync } from 'node:sqlite'

const [file = '', holdMs = '0'] = process.argv.slice(2)
const database = new DatabaseSync(file)
database.exec('BEGIN EXCLUSIVE')
process.stdout.write('locked\n')
setTimeout(() => {
  database.exec('ROLLBACK')
  database.close()
}, Number(holdMs))
