// The hash that stores keep.

import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => {
  vi.restoreAllMocks()
  vi.resetModules()
})

test.each(['Node', 'a runtime without Node’s crypto'])(
  'hashes as the standard’s own example does, on %s',
  async runtime => {
    if (runtime !== 'Node') vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined)
    const webCrypto = vi.spyOn(crypto.subtle, 'digest')
    const { sha256 } = await import('./sha256.ts')
    const expected = Buffer.from(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      'hex',
    ).toString('base64url')
    expect(await sha256('abc')).toBe(expected)
    // Half of a surrogate pair is hashed like the replacement character.
    expect(await sha256('\ud800')).toBe(await sha256('\ufffd'))
    expect(webCrypto).toHaveBeenCalledTimes(runtime === 'Node' ? 0 : 3)
  },
)
