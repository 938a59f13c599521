// What an operator reads when tokens cannot be used.

import { expect, test } from 'vitest'
import { messageFaults } from '../../test/message-faults.ts'
import { isVaultError, VaultError, type VaultErrorCode } from './vault-error.ts'

// A code without a row does not compile.
const codes: Record<VaultErrorCode, true> = {
  unknown_connection: true,
  needs_reauth: true,
  refresh_failed: true,
  not_stored: true,
  key_missing: true,
  store_unavailable: true,
  tampered: true,
}

test.each(Object.keys(codes))('says in sentences what %s means', code => {
  const error = new VaultError(code as VaultErrorCode)
  expect(messageFaults(error.message, code), error.message).toEqual([])
})

test('is told from other errors', () => {
  expect(isVaultError(new VaultError('tampered'))).toBe(true)
  expect(isVaultError(new TypeError('tampered'))).toBe(false)
  expect(isVaultError({ code: 'tampered' })).toBe(false)
})
