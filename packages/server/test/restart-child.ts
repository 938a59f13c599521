// For tests: a process whose database is restarted while it has idle connections.

import { once } from 'node:events'
import { Pool } from 'pg'
import { createPostgresStore } from '../src/stores/postgres.ts'

const [url = ''] = process.argv.slice(2)
const pool = new Pool({ connectionString: url })
const store = createPostgresStore({ pool })
await store.claimExchange({ keyHash: 'a', spentOnceHash: 'c', leaseMs: 60_000, keepMs: 60_000 })
await Promise.all(['a', 'b', 'c'].map(key => store.readExchange(key)))
process.stdout.write('ready, ')
await once(process.stdin, 'data')
process.stdout.write((await store.readExchange('a')).status)
await pool.end()
