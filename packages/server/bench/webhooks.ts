// Webhook intake beside bare inserts into the same store with the same durability.

import { createHmac } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { Pool } from 'pg'
import { createPostgresStore } from '../src/stores/postgres.ts'
import { createSqliteStore } from '../src/stores/sqlite.ts'
import { createWebhookHandler } from '../src/webhook/webhook-handler.ts'

const events = 3000
const parallel = 20
const rounds = 3
const managementToken = 'management-token'

const signals = Array.from({ length: 30 }, (_, number) => ({
  code: `charge-signal${number}`,
  name: `Signal${number}`,
  group: 'Charge',
  body: { value: number, unit: 'percent' },
  meta: { oemUpdatedAt: 1_780_000_000_000, retrievedAt: 1_780_000_060_000 },
  status: { value: 'SUCCESS' },
}))

async function rate(work: (number: number) => Promise<void> | void): Promise<number> {
  let next = 0
  const startMs = performance.now()
  async function some(): Promise<void> {
    while (next < events) {
      next += 1
      await work(next)
    }
  }
  await Promise.all(Array.from({ length: parallel }, some))
  return (events / (performance.now() - startMs)) * 1000
}

function bodyOf(eventId: string): string {
  const data = { user: { id: 'ada' }, vehicle: { id: 'car' }, signals }
  const meta = { deliveredAt: Date.now(), mode: 'LIVE', version: '4.0' }
  return JSON.stringify({ eventId, eventType: 'VEHICLE_STATE', data, meta })
}

type Kept = Parameters<typeof createWebhookHandler>[0]['store']

/** What Smartcar does is made before anything is measured. */
function deliveries(): Request[] {
  const run = crypto.randomUUID()
  return Array.from({ length: events }, (_, number) => {
    const body = bodyOf(`${run}-${number}`)
    const signature = createHmac('sha256', managementToken).update(body).digest('hex')
    const headers = { 'sc-signature': signature }
    return new Request('https://app.example/webhook', { method: 'POST', headers, body })
  })
}

function intake(store: Kept): (number: number) => Promise<void> {
  const handler = createWebhookHandler({ managementToken, ...(store && { store }) })
  const requests = deliveries()
  return async number => {
    const request = requests[number - 1]
    const response = request && (await handler(request))
    if (response?.status !== 200) throw new Error(`The webhook answered ${response?.status}.`)
  }
}

async function compare(
  insert: (id: string) => Promise<void> | void,
  store: Kept,
): Promise<Record<string, number>> {
  let [bare, own] = [0, 0]
  for (let round = 0; round < rounds; round += 1) {
    const run = crypto.randomUUID()
    bare = Math.max(bare, await rate(number => insert(`${run}-${number}`)))
    own = Math.max(own, await rate(intake(store)))
  }
  return {
    'bare inserts per second': Math.round(bare),
    'deliveries per second': Math.round(own),
    'of the bare rate': Number((own / bare).toFixed(2)),
  }
}

const table = 'CREATE TABLE bare_events (event_id TEXT PRIMARY KEY, body TEXT NOT NULL)'

/** Measures both stores, in turns; the best round of each counts. */
export async function benchWebhooks(file: string, postgresUrl: string) {
  const sqlite = createSqliteStore({ file })
  await sqlite.check?.()
  const database = new DatabaseSync(file)
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000')
  database.exec(table)
  const statement = database.prepare('INSERT INTO bare_events VALUES ($1, $2)')
  const pool = new Pool({ connectionString: postgresUrl, max: parallel })
  await pool.query(table)
  const result = {
    SQLite: await compare(id => {
      statement.run({ $1: id, $2: bodyOf(id) })
    }, sqlite),
    PostgreSQL: await compare(async id => {
      await pool.query('INSERT INTO bare_events VALUES ($1, $2)', [id, bodyOf(id)])
    }, createPostgresStore({ pool })),
  }
  database.close()
  await sqlite.close()
  await pool.end()
  return result
}
