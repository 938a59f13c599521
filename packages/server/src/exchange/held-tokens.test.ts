// Tokens that wait for their check, sealed by their code.

import { expect, test } from 'vitest'
import { openHeldTokens, sealHeldTokens } from './held-tokens.ts'

const tokens = {
  accessToken: 'access',
  refreshToken: 'refresh',
  accessExpiresAtMs: 1,
  refreshExpiresAtMs: 2,
}

test('opens with the code that gave them, and with no other', { tags: ['T39'] }, async () => {
  const held = await sealHeldTokens(tokens, 'canary-code')
  expect(held).not.toContain('access')
  expect(held).not.toContain('canary-code')
  expect(await openHeldTokens(held, 'canary-code')).toEqual(tokens)
  for (const code of ['canary-cod', 'Canary-code', '']) {
    await expect(openHeldTokens(held, code)).rejects.toMatchObject({ code: 'tampered' })
  }
})

test('seals the same tokens differently each time', { tags: ['T39'] }, async () => {
  const two = [await sealHeldTokens(tokens, 'code'), await sealHeldTokens(tokens, 'code')]
  expect(two[0]).not.toBe(two[1])
})

test('opens what the release before has sealed', async () => {
  const held = 'F34eAz_gJMWV59GsvKNGo2s3OP0kV3Ctn4BK-QWleCBqhDouupuGspjp75o_sWOYjjYg6g'
  expect(await openHeldTokens(held, 'canary-code')).toEqual(tokens)
})
