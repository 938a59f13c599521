// Equality, position by position.

import { expect, test } from 'vitest'
import { equalHashes } from './equal-hashes.ts'

test('tells equal from different at every position', { tags: ['T37'] }, () => {
  const hash = 'abcdefghijkl'
  expect(equalHashes(hash, 'abcdefghijkl')).toBe(true)
  for (let index = 0; index < hash.length; index += 1) {
    expect(equalHashes(hash, `${hash.slice(0, index)}X${hash.slice(index + 1)}`)).toBe(false)
  }
  expect(equalHashes(hash, 'abcdefghijk')).toBe(false)
  // Of another length, whichever of them is the longer one.
  expect(equalHashes('abcdefghijk', hash)).toBe(false)
  expect(equalHashes('', hash)).toBe(false)
  expect(equalHashes('', '')).toBe(true)
})
