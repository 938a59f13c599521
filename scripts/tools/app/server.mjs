// The server that each Node runs: the packed server package against the packed simulator.

import { createConnectBackend, createMemoryStore } from 'smartcar-connect-server'
import { toNodeListener } from 'smartcar-connect-server/node'
import { createPostgresStore } from 'smartcar-connect-server/postgres'
import { createSimulator } from 'smartcar-connect-simulator'
import 'smartcar-connect'
import 'smartcar-connect-react'
import { redirectPage } from 'smartcar-connect/redirect-page'
import { smartcarConnect } from 'smartcar-connect/vite'

const simulator = createSimulator()
// A file needs `node:sqlite`.
const file = process.argv[2]
const store = file
  ? (await import('smartcar-connect-server/sqlite')).createSqliteStore({ file })
  : createMemoryStore()
const smartcar = createConnectBackend({
  applicationId: 'demo-client',
  api: { clientId: 'client_demo', clientSecret: 'demo-machine-secret' },
  origins: 'http://localhost:5173',
  user: () => 'ada',
  scope: ['read_odometer'],
  simulator: 'http://localhost:4010',
  fetch: request => simulator.fetch(request),
  store,
})
await smartcar.check()

const session = await smartcar.fetch(
  new Request('http://localhost:5173/api/smartcar/session', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: 'http://localhost:5173',
      'x-smartcar-connect': '1',
    },
    body: '{}',
  }),
)
const { url } = await session.json()
const page = await simulator.fetch(url)
for await (const connection of smartcar.api.connections()) throw new Error(connection.id)
const types = [toNodeListener(smartcar), createPostgresStore, redirectPage, smartcarConnect]
console.log(session.status, page.status, (await smartcar.connections('ada')).length, types.length)
