// Webhook intake beside bare inserts of equal rows into the same store with the same durability.

import { createHmac, randomUUID } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { Pool } from 'pg'
import { createPostgresStore } from '../src/stores/postgres.ts'
import { createSqliteStore } from '../src/stores/sqlite.ts'
import type { Store } from '../src/stores/store.ts'
import { createWebhookHandler } from '../src/webhook/webhook-handler.ts'

const events = 3000
const eventsOneByOne = 500
const parallel = 20
const rounds = 7
const managementToken = 'management-token'

const signals = Array.from({ length: 30 }, (_, number) => ({
  code: `charge-signal${number}`,
  name: `Signal${number}`,
  group: 'Charge',
  body: { value: number, unit: 'percent' },
  meta: { oemUpdatedAt: 1_780_000_000_000, retrievedAt: 1_780_000_060_000 },
  status: { value: 'SUCCESS' },
}))

type Work = (number: number) => Promise<void> | void

async function rate(atOnce: number, work: Work): Promise<number> {
  const count = atOnce === 1 ? eventsOneByOne : events
  let next = 0
  const startMs = performance.now()
  async function some(): Promise<void> {
    while (next < count) {
      next += 1
      await work(next)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, some))
  return (count / (performance.now() - startMs)) * 1000
}

function bodyOf(eventId: string): string {
  const data = { user: { id: 'ada' }, vehicle: { id: 'car' }, signals }
  const meta = { deliveredAt: Date.now(), mode: 'LIVE', version: '4.0' }
  return JSON.stringify({ eventId, eventType: 'VEHICLE_STATE', data, meta })
}

/** What Smartcar does is made before anything is measured. */
function deliveries(): Request[] {
  const run = randomUUID()
  return Array.from({ length: events }, (_, number) => {
    const body = bodyOf(`${run}-${number}`)
    const signature = createHmac('sha256', managementToken).update(body).digest('hex')
    const headers = { 'sc-signature': signature }
    return new Request('https://app.example/webhook', { method: 'POST', headers, body })
  })
}

function intake(store: Store): Work {
  const handler = createWebhookHandler({ managementToken, store })
  const requests = deliveries()
  return async number => {
    const request = requests[number - 1]
    const response = request && (await handler(request))
    if (response?.status !== 200) throw new Error(`The webhook answered ${response?.status}.`)
  }
}

/** A row as the store of events writes it, with the same index: what has to be on the disk at least. */
const table = `CREATE TABLE bare_events (event_id TEXT PRIMARY KEY, lease TEXT NOT NULL,
    lease_ends_ms BIGINT NOT NULL, is_done INTEGER NOT NULL, expires_ms BIGINT NOT NULL);
  CREATE INDEX bare_events_expires_ms ON bare_events (expires_ms)`
const insertRow = 'INSERT INTO bare_events VALUES ($1, $2, $3, 1, $4)'

function rowOf(): [string, string, number, number] {
  const nowMs = Date.now()
  return [randomUUID(), randomUUID(), nowMs, nowMs]
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0
}

async function compare(insert: Work, store: Store, atOnce: number) {
  const bare: number[] = []
  const own: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await rate(atOnce, insert))
    own.push(await rate(atOnce, intake(store)))
  }
  const shares = own.map((one, round) => one / (bare[round] ?? 0))
  return {
    'bare inserts per second': Math.round(median(bare)),
    'deliveries per second': Math.round(median(own)),
    'of the bare rate': Number(median(shares).toFixed(2)),
    'least to most': `${Math.min(...shares).toFixed(2)} to ${Math.max(...shares).toFixed(2)}`,
  }
}

/** Measures both stores, round by round in turns; medians, and each round's own share. */
export async function benchWebhooks(file: string, postgresUrl: string) {
  const sqlite = createSqliteStore({ file })
  await sqlite.check()
  const database = new DatabaseSync(file)
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000')
  database.exec(table)
  const statement = database.prepare(insertRow)
  const pool = new Pool({ connectionString: postgresUrl, max: parallel })
  await pool.query(table)
  const postgres = createPostgresStore({ pool })
  function insertSqlite(): void {
    const [$1, $2, $3, $4] = rowOf()
    statement.run({ $1, $2, $3, $4 })
  }
  async function insertPostgres(): Promise<void> {
    await pool.query(insertRow, rowOf())
  }
  const result = {
    'SQLite, 20 at a time': await compare(insertSqlite, sqlite, parallel),
    'SQLite, one at a time': await compare(insertSqlite, sqlite, 1),
    'PostgreSQL, 20 at a time': await compare(insertPostgres, postgres, parallel),
    'PostgreSQL, one at a time': await compare(insertPostgres, postgres, 1),
  }
  database.close()
  await sqlite.close()
  await pool.end()
  return result
}
