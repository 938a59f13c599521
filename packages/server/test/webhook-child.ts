// For tests: a process that gets deliveries, writes each to a file, and may be killed before it says so.

import { createHmac } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import { createWebhookHandler } from '../src/webhook/webhook-handler.ts'
import { openSharedStore } from './open-shared-store.ts'

/** The plan of the process, as JSON in its first argument. */
export type WebhookPlan = {
  /** A file for SQLite, or a URL for PostgreSQL. */
  database: string
  /** Where the app's function writes the ids of events. */
  log: string
  eventIds: readonly string[]
  /** Whether it dies between the end of the app's function and the mark. */
  isKilled: boolean
}

const plan: WebhookPlan = JSON.parse(process.argv[2] ?? '')
const managementToken = 'management-token'
const { store, close } = openSharedStore(plan.database)
const handler = createWebhookHandler({
  managementToken,
  store,
  onVehicleState({ id }) {
    appendFileSync(plan.log, `${id}\n`)
    if (plan.isKilled) process.kill(process.pid, 'SIGKILL')
  },
})
const statuses = await Promise.all(
  plan.eventIds.map(async eventId => {
    const body = JSON.stringify({ eventId, eventType: 'VEHICLE_STATE', data: {} })
    const signature = createHmac('sha256', managementToken).update(body).digest('hex')
    const headers = { 'sc-signature': signature }
    const request = new Request('https://app.example/webhook', { method: 'POST', headers, body })
    return (await handler(request)).status
  }),
)
await close()
process.stdout.write(JSON.stringify(statuses))
