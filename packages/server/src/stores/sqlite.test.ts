// SQLite's own troubles: no file yet, a locked file, a Node without SQLite.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { messageFaults } from '../../test/message-faults.ts'
import { createSqliteStore } from './sqlite.ts'
import type { Store } from './store.ts'

let folder: string
let file: string
let store: Store
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'smartcar-sqlite-'))
  file = join(folder, 'store.db')
  store = createSqliteStore({ file })
})
afterEach(async () => {
  vi.useRealTimers()
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

const claim = { keyHash: 'k', spentOnceHash: 'c', leaseMs: 60_000, keepMs: 60_000 }

const lockChild = new URL('../../test/lock-child.ts', import.meta.url)
const oldNodeChild = new URL('../../test/old-node-child.ts', import.meta.url)

function child(script: URL, args: readonly string[], flags: readonly string[] = []) {
  return spawn(process.execPath, [...flags, fileURLToPath(script), ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** Has another process hold the file for a while; resolves as soon as it does. */
async function lockFor(ms: number): Promise<{ released: Promise<unknown> }> {
  const other = child(lockChild, [file, String(ms)])
  const released = once(other, 'close')
  await once(other.stdout, 'data')
  return { released }
}

/** Runs work and returns how long other work had to wait at most, in milliseconds. */
async function longestStall(work: () => Promise<unknown>): Promise<number> {
  let last = performance.now()
  let longest = 0
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 5)
  await work()
  clearInterval(timer)
  return Math.max(longest, performance.now() - last)
}

test('a handler made at module level no longer leaves a database file behind', {
  tags: ['F74'],
}, async () => {
  expect(existsSync(file)).toBe(false)
  await store.close()
  expect(existsSync(file)).toBe(false)
})

test('opens the file at the first use, or when it is checked', { tags: ['F74'] }, async () => {
  await store.check()
  expect(existsSync(file)).toBe(true)
  expect(await store.claimExchange(claim)).toMatchObject({ status: 'claimed' })
})

test('opens once for many first uses at the same time', { tags: ['F74'] }, async () => {
  const claims = await Promise.all(Array.from({ length: 20 }, () => store.claimExchange(claim)))
  expect(claims.filter(({ status }) => status === 'claimed')).toHaveLength(1)
})

test('tries again when the file could not be opened', { tags: ['F75'] }, async () => {
  const late = createSqliteStore({ file: join(folder, 'later', 'store.db') })
  await expect(late.check()).rejects.toThrow(
    expect.objectContaining({
      message: expect.stringMatching(/could not be opened.*Make its folder.*#file$/),
      cause: expect.objectContaining({ message: expect.stringMatching(/unable to open/) }),
    }),
  )
  await mkdir(join(folder, 'later'))
  await late.check()
  await late.close()
})

test('says what is wrong with a file that is no database', { tags: ['F75'] }, async () => {
  await writeFile(file, 'x'.repeat(5000))
  await expect(store.check()).rejects.toThrow(/not a database/)
})

test('refuses work after it was closed', async () => {
  await store.check()
  await store.close()
  await expect(store.readExchange('k')).rejects.toThrow(/was closed/)
})

test('a file that another process locks for a second no longer freezes this process', {
  tags: ['F75'],
}, async () => {
  await store.check()
  const { released } = await lockFor(1500)
  const startMs = performance.now()
  const stall = await longestStall(async () => {
    expect(await store.claimExchange(claim)).toMatchObject({ status: 'claimed' })
  })
  await released
  // It did wait, and other work did not.
  expect(performance.now() - startMs).toBeGreaterThan(1000)
  expect(stall).toBeLessThan(700)
})

test('opens a file that another process locks for a moment', { tags: ['F75'] }, async () => {
  await store.check()
  const { released } = await lockFor(1000)
  const second = createSqliteStore({ file })
  await second.check()
  await second.close()
  await released
})

test('waits for a lock five seconds and no longer', { tags: ['F56', 'F75'] }, async () => {
  await store.check()
  const { released } = await lockFor(7000)
  const startMs = performance.now()
  await expect(store.claimExchange(claim)).rejects.toThrow(/locked/)
  const waitedMs = performance.now() - startMs
  expect(waitedMs).toBeGreaterThan(4500)
  await released
  expect(await store.claimExchange(claim)).toMatchObject({ status: 'claimed' })
})

test('an outcome no longer stays in the file for a day when nobody else connects', {
  tags: ['T32'],
}, async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  let nowMs = 1e12
  const body = JSON.stringify('canary-body '.repeat(2000))
  const quiet = createSqliteStore({ file, now: () => nowMs })
  const result = await quiet.claimExchange({ ...claim, replayMs: 900_000, keepMs: 6e8 })
  const lease = 'lease' in result ? result.lease : ''
  await quiet.storeOutcome('k', lease, { status: 200, body })
  const other = new DatabaseSync(file)
  function bodies() {
    return other.prepare('SELECT body FROM smartcar_exchanges').all()
  }
  expect(bodies()).toEqual([{ body }])
  nowMs += 901_000
  await vi.advanceTimersByTimeAsync(901_000)
  vi.useRealTimers()
  await vi.waitFor(() => expect(bodies()).toEqual([{ body: null }]))
  other.close()
  await quiet.close()
  for (const name of await readdir(folder)) {
    expect((await readFile(join(folder, name))).includes('canary-body')).toBe(false)
  }
})

test('what a flood had left blocked the process, and its hashes stay no longer than others', {
  tags: ['T49', 'F75'],
}, async () => {
  await store.check()
  const other = new DatabaseSync(file)
  other.exec(`WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers LIMIT 3500)
    INSERT INTO smartcar_exchanges
      (key_hash, spent_once_hash, lease, lease_ends_ms, expires_ms, replay_ends_ms, held)
    SELECT 'key ' || n, 'code ' || n, 'x', 0, CASE WHEN n > 2300 THEN 9e15 ELSE 1 END, 1, 'held'
    FROM numbers`)
  const claim = { leaseMs: 60_000, keepMs: 60_000 }
  // Rows that were not reached yet count as forgotten all the same.
  const ended = { ...claim, keyHash: 'key 3500', spentOnceHash: 'code 3500' }
  expect(await store.claimExchange(ended)).toEqual({ status: 'abandoned' })
  const rows = other.prepare('SELECT count(*) AS count FROM smartcar_exchanges').get()
  expect(rows).toEqual({ count: 2500 })
  const again = { ...claim, keyHash: 'key 2300', spentOnceHash: 'another code' }
  expect(await store.claimExchange(again)).toMatchObject({ status: 'claimed' })
  other.close()
})

const wholeSetup = JSON.stringify({
  tokenUrl: 'https://auth.smartcar.com/oauth/token',
  clientId: 'id',
  redirectUri: 'https://app.example.com/back',
  grantKind: 'code',
  mode: 'live',
  scope: [],
  externalId: null,
  vehicleId: null,
  vin: null,
})

test.each([
  ['whose setup breaks off', '{"externalId":"canary', 9e15],
  ['whose setup is nothing', 'null', 9e15],
  ['whose permissions are no list', wholeSetup.replace('[]', 'null'), 9e15],
  ['that has lost its mode', wholeSetup.replace('"mode":"live",', ''), 9e15],
  ['whose end is no number', wholeSetup, 'never'],
])(
  'a damaged session %s is no session, and shows nothing of itself',
  {
    tags: ['F72'],
  },
  async (_, setup, expiresMs) => {
    await store.check()
    const other = new DatabaseSync(file)
    other
      .prepare(`INSERT INTO smartcar_started_sessions VALUES ('k', 'app', 'binding', ?, 0, ?)`)
      .run(setup, expiresMs)
    other.close()
    expect(await store.readStartedSession('k')).toBeUndefined()
  },
)

test('says which Node it needs where there is no node:sqlite', { tags: ['F74'] }, async () => {
  const old = child(oldNodeChild, [], ['--no-experimental-sqlite'])
  const message = await text(old.stdout)
  // Anything but a `TypeError` would come with its name, and would count as a failure that passes.
  expect(message).toMatch(/^Node v/)
  expect(message).toContain('Node 22.13')
  expect(message).toContain('createPostgresStore')
  expect(messageFaults(message, 'sqlite')).toEqual([])
})
