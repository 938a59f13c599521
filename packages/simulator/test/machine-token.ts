// The token of the demo application's machine, for tests of version 3.

import type { Simulator } from '../src/simulator.ts'

/** Asks for a token with the credentials of the demo application. */
export async function machineToken(simulator: Simulator): Promise<string> {
  const answer = await simulator.fetch(
    new Request('http://localhost:4010/oauth2/token', {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa('client_demo:demo-machine-secret')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    }),
  )
  return ((await answer.json()) as { access_token: string }).access_token
}
