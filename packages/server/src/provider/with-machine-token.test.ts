// A token of the application that the provider refuses before its time costs nobody a connection.

import { expect, test } from 'vitest'
import { openBackend } from '../../test/open-backend.ts'
import { ProviderError } from './provider-error.ts'
import { withMachineToken } from './with-machine-token.ts'

/** A source that has another token each time the one before is forgotten. */
function countingToken() {
  let number = 1
  return {
    getAccessToken: async () => `token-${number}`,
    forget: (accessToken: string) => {
      if (accessToken === `token-${number}`) number += 1
    },
  }
}

function refusal(status: number): ProviderError {
  return new ProviderError('broken', 'Refused.', { host: 'provider.example', status })
}

test('works once more with a new token after a 401, and not a third time', async () => {
  const used: string[] = []
  const working = withMachineToken(countingToken(), async accessToken => {
    used.push(accessToken)
    throw refusal(401)
  })
  await expect(working).rejects.toMatchObject({ status: 401 })
  expect(used).toEqual(['token-1', 'token-2'])
})

test.each([[refusal(500)], [new Error('no database')]])(
  'does not repeat after %s',
  async thrown => {
    let calls = 0
    const working = withMachineToken(countingToken(), async () => {
      calls += 1
      throw thrown
    })
    await expect(working).rejects.toBe(thrown)
    expect(calls).toBe(1)
  },
)

test('a person connects although the provider has forgotten the application’s token', async () => {
  const { simulator, browser } = openBackend()
  expect((await browser('ada').connect()).status).toBe(200)
  const headers = { 'content-type': 'application/json' }
  const address = 'http://localhost:4010/__simulator/reset'
  await simulator.fetch(new Request(address, { method: 'POST', headers, body: '{}' }))
  expect((await browser('ada').connect({ brand: 'Kia' })).status).toBe(200)
})
