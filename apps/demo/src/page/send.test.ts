// What a person reads when the page's own backend fails, beside the button that tries again.

import { afterEach, expect, test, vi } from 'vitest'
import { fetchCars } from '../code/car-requests.ts'

afterEach(() => vi.unstubAllGlobals())

function problem(detail: unknown): Response {
  const headers = { 'Content-Type': 'application/problem+json' }
  return new Response(JSON.stringify({ detail }), { status: 502, headers })
}

test.each<[string, () => Promise<Response>]>([
  [
    'We couldn’t reach the server. Check your internet connection.',
    () => Promise.reject(new TypeError('Failed to fetch')),
  ],
  ['The server has a problem right now.', async () => new Response('<h1>', { status: 500 })],
  ['The server has a problem right now.', async () => problem(1)],
  ['The provider gave no answer.', async () => problem('The provider gave no answer.')],
  ['The server’s answer made no sense.', async () => Response.json({})],
])('%s', async (sentence, answer) => {
  vi.stubGlobal('fetch', answer)
  const failed = fetchCars(new AbortController().signal)
  await expect(failed).rejects.toThrow(new Error(sentence))
  // The button says it.
  expect(sentence).not.toMatch(/try again/i)
})
