// The hash that stores keep.

import { expect, test } from 'vitest'
import { sha256 } from './sha256.ts'

test('hashes as the standard’s own example does', async () => {
  const expected = Buffer.from(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    'hex',
  ).toString('base64url')
  expect(await sha256('abc')).toBe(expected)
})
