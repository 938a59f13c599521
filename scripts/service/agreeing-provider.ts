// A provider without pages: it redirects at once, with a code.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** A running provider. */
export type AgreeingProvider = {
  /** On another site than `localhost`, as the provider is. */
  readonly origin: string
  readonly stop: () => void
}

/**
 * Starts a provider on a free port. The brand `SLOW` (`make=SLOW`) never answers.
 *
 * @param delayMs how long each answer takes
 */
export async function startAgreeingProvider(delayMs: () => number): Promise<AgreeingProvider> {
  const server = createServer(async (request, response) => {
    const { searchParams } = new URL(`http://localhost${request.url}`)
    await sleep(delayMs())
    if (searchParams.get('make') === 'SLOW') return response.end('Waiting')
    const answer = { code: crypto.randomUUID(), state: searchParams.get('state') ?? '' }
    const location = `${searchParams.get('redirect_uri')}?${new URLSearchParams(answer)}`
    return response.writeHead(303, { Location: location }).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, stop: () => server.close() }
}
