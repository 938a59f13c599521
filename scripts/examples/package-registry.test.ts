// Tests of package-registry: what is ours is served from its tarball, all else is elsewhere.

import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PackageRegistry, startRegistry } from './package-registry.ts'

const folder = mkdtempSync(join(tmpdir(), 'package-registry-'))
const tarball = join(folder, 'ours.tgz')
let registry: PackageRegistry

beforeAll(async () => {
  writeFileSync(tarball, 'packed')
  const manifest = { name: 'ours', version: '1.2.0', dependencies: { a: '1' } }
  registry = await startRegistry([{ manifest, tarball }], 'https://registry.example.com/npm/')
})
afterAll(() => {
  registry.stop()
  rmSync(folder, { recursive: true })
})

test('describes what is ours, with the hash of its tarball', async () => {
  const described = await (await fetch(`${registry.origin}/ours`)).json()
  expect(described['dist-tags']).toEqual({ latest: '1.2.0' })
  const { dependencies, dist } = described.versions['1.2.0']
  expect(dependencies).toEqual({ a: '1' })
  const bytes = await (await fetch(dist.tarball)).bytes()
  expect(Buffer.from(bytes).toString()).toBe('packed')
  expect(dist.integrity).toBe(`sha512-${createHash('sha512').update(bytes).digest('base64')}`)
})

test.each(['a', '@x%2fc', '@x/c/-/c-1.tgz', 'ours2'])('sends on for %s', async path => {
  const answer = await fetch(`${registry.origin}/${path}`, { redirect: 'manual' })
  expect(answer.status).toBe(302)
  expect(answer.headers.get('location')).toBe(`https://registry.example.com/npm/${path}`)
})
