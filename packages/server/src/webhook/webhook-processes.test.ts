// Deliveries to several processes that share a database, and a process that is killed in the middle.

import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openSharedStore } from '../../test/open-shared-store.ts'
import { usePostgres } from '../../test/use-postgres.ts'
import type { WebhookPlan } from '../../test/webhook-child.ts'

const postgresUrl = usePostgres()

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'smartcar-webhooks-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe.each(['SQLite', 'PostgreSQL'])('%s', name => {
  function planOf(eventIds: readonly string[], isKilled = false): WebhookPlan {
    const database = name === 'SQLite' ? join(folder, 'store.db') : postgresUrl()
    return { database, log: join(folder, 'events.log'), eventIds, isKilled }
  }
  async function run(plan: WebhookPlan): Promise<string> {
    const script = fileURLToPath(new URL('../../test/webhook-child.ts', import.meta.url))
    const child = spawn(process.execPath, [script, JSON.stringify(plan)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    return text(child.stdout)
  }
  async function handled(): Promise<string[]> {
    return (await readFile(join(folder, 'events.log'), 'utf8')).trim().split('\n')
  }

  test('each event is handled by one of two processes', { tags: ['T52'] }, async () => {
    const eventIds = Array.from({ length: 40 }, (_, number) => `${name}-event-${number}`)
    await Promise.all([run(planOf(eventIds)), run(planOf(eventIds))])
    expect((await handled()).toSorted()).toEqual(eventIds.toSorted())
    expect(JSON.parse(await run(planOf(eventIds)))).toEqual(eventIds.map(() => 200))
    expect(await handled()).toHaveLength(eventIds.length)
  })

  test('a process that is killed before the mark frees its event when its lease ends', {
    tags: ['T52'],
  }, async () => {
    const eventIds = [`${name}-killed`]
    expect(await run(planOf(eventIds, true))).toBe('')
    expect(await handled()).toEqual(eventIds)
    // The next delivery comes too early: the process might still be at work.
    expect(JSON.parse(await run(planOf(eventIds)))).toEqual([503])
    const { store, close } = openSharedStore(planOf([]).database, () => Date.now() + 61_000)
    const claim = await store.claimEvent(eventIds[0] ?? '', 60_000, 3_600_000)
    expect(claim.status).toBe('claimed')
    if (claim.status === 'claimed') await store.releaseEvent(eventIds[0] ?? '', claim.lease)
    await close()
    // It may repeat the app's function, as the documentation says, and then it is done.
    expect(JSON.parse(await run(planOf(eventIds)))).toEqual([200])
    expect(await handled()).toEqual([...eventIds, ...eventIds])
    expect(JSON.parse(await run(planOf(eventIds)))).toEqual([200])
    expect(await handled()).toHaveLength(2)
  })
})
