// A backend behind a port, for the judge: this project's own, and the same with something broken.

import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { toNodeListener } from '../../packages/server/src/adapters/node.ts'
import { createConnectBackend } from '../../packages/server/src/index.ts'
import { createMemoryStore } from '../../packages/server/src/stores/memory.ts'
import { listen } from '../../packages/simulator/src/cli/listen.ts'
import { createSimulator } from '../../packages/simulator/src/index.ts'
import type { JudgeOptions } from '../../packages/simulator/src/judge/bench.ts'

/** Stands between the judge and the backend; the part is the last one of the path. */
export type Break = (
  request: Request,
  next: (request: Request) => Promise<Response>,
  part: string,
) => Promise<Response>

/** What to judge, and how to end it. */
export type Judged = { readonly options: JudgeOptions; readonly stop: () => Promise<void> }

/** The two logins of every backend here, and the simulator's management token. */
export const logins: JudgeOptions['logins'] = ['Cookie: user=ada', 'Cookie: user=eve']
export const managementToken = 'demo-management-token'

/** Starts a simulator on a free port. */
export function startSimulator(): ReturnType<typeof listen> {
  return listen(createSimulator(), 0)
}

/** Starts this project's backend, with something in front of it. */
export async function startBackend(simulator: string, broken?: Break): Promise<Judged> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  const backend = createConnectBackend({
    applicationId: 'demo-client',
    api: { clientId: 'client_demo', clientSecret: 'demo-machine-secret' },
    simulator,
    origins: origin,
    user: request => /(?:^|; )user=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1],
    scope: ['required:read_vehicle_info', 'read_odometer'],
    store: createMemoryStore(),
    managementToken,
    // So that it says 503 soon; the judge then waits for the car.
    clock: { now: Date.now, sleep: ms => new Promise(resolve => setTimeout(resolve, ms / 10)) },
    onEvent: () => {},
  })
  async function answer(request: Request): Promise<Response> {
    const part = new URL(request.url).pathname.split('/').at(-1) ?? ''
    return broken ? broken(request, backend.fetch, part) : backend.fetch(request)
  }
  server.on('request', toNodeListener({ fetch: answer }))
  return {
    options: { backend: `${origin}/api/smartcar`, origin, logins, managementToken },
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
