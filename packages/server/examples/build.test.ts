// What a build does that has no secrets: it loads the examples and serves nothing.

import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { exchangeRequest } from '../test/exchange-request.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'smartcar-build-'))
  for (const name of ['SMARTCAR_CLIENT_ID', 'SMARTCAR_CLIENT_SECRET', 'VAULT_SECRET']) {
    vi.stubEnv(name, undefined)
  }
  vi.stubEnv('DATABASE_FILE', join(folder, 'smartcar.db'))
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

test('loads every example without secrets, opens no database and breaks no build', {
  tags: ['F74'],
}, async () => {
  const { exchange, vault } = await import('./exchange.ts')
  const { session, exchangeInSession } = await import('./session.ts')
  const { POST } = await import('./next-route.ts')
  const { smartcar } = await import('./backend.ts')
  const { webhook } = await import('./webhook.ts')
  expect(await readdir(folder)).toEqual([])
  for (const part of [exchange, session, exchangeInSession, POST, vault, smartcar, webhook]) {
    await expect(part.check()).rejects.toThrow(TypeError)
  }
  vi.spyOn(console, 'error').mockImplementation(() => {})
  expect((await exchange(exchangeRequest({ code: 'code' }))).status).toBe(500)
  vi.restoreAllMocks()
  expect(await readdir(folder)).toEqual([])
})
