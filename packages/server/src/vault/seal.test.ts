// Encryption that opens in one place only.

import { expect, test } from 'vitest'
import { decodeBase64Url, encodeBase64Url } from '../crypto/base64url.ts'
import { importKey, seal, unseal } from './seal.ts'

const key = await importKey(crypto.getRandomValues(new Uint8Array(32)))
const other = await importKey(crypto.getRandomValues(new Uint8Array(32)))
const place = ['row', 'revision', 'accessToken']
const tampered = { name: 'VaultError', code: 'tampered' }

test('opens what it sealed, in the same place with the same key', async () => {
  expect(await unseal(key, await seal(key, 'tökén', place), place)).toBe('tökén')
})

test.each([
  ['another row', ['other', 'revision', 'accessToken']],
  ['another revision', ['row', 'other', 'accessToken']],
  ['another field', ['row', 'revision', 'refreshToken']],
  ['a joined place', ['row,revision', 'accessToken']],
])('does not open in %s', { tags: ['T39'] }, async (_, elsewhere) => {
  await expect(unseal(key, await seal(key, 'token', place), elsewhere)).rejects.toMatchObject(
    tampered,
  )
})

test('does not open with another key', { tags: ['T39'] }, async () => {
  await expect(unseal(other, await seal(key, 'token', place), place)).rejects.toMatchObject(
    tampered,
  )
})

test('does not open when any byte is flipped', { tags: ['T39'] }, async () => {
  const bytes = decodeBase64Url(await seal(key, 'token', place))
  for (let index = 0; index < bytes.byteLength; index += 1) {
    const changed = bytes.slice()
    changed[index] = (changed[index] ?? 0) ^ 1
    await expect(unseal(key, encodeBase64Url(changed), place)).rejects.toMatchObject(tampered)
  }
})

test.each(['', 'abc', '!!', 'A'.repeat(16)])(
  'refuses the rubbish “%s”',
  { tags: ['T39'] },
  async text => {
    await expect(unseal(key, text, place)).rejects.toMatchObject(tampered)
  },
)

test('never uses a nonce twice in 100,000 seals', { tags: ['T39'], timeout: 60_000 }, async () => {
  const nonces = new Set<string>()
  for (let batch = 0; batch < 100; batch += 1) {
    const sealed = await Promise.all(Array.from({ length: 1000 }, () => seal(key, '', [])))
    for (const text of sealed) nonces.add(text.slice(0, 16))
  }
  expect(nonces.size).toBe(100_000)
})
