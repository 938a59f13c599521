// Starts the demo's backend on a port.

import { serve } from '@hono/node-server'
import { createDemoApi } from './demo-api.ts'
import { openStore } from './open-store.ts'

const { API_PORT = '5174', APP_ORIGIN = 'http://localhost:5173' } = process.env
const { SIMULATOR_URL = 'http://localhost:4010' } = process.env
const port = Number(API_PORT)
if (!Number.isInteger(port) || port < 1 || port > 65_535) {
  console.error(`API_PORT is "${API_PORT}", which is no port. Use a number from 1 to 65535.`)
  process.exit(1)
}

const { store, name, close } = openStore(process.env.DATABASE_URL)
const api = createDemoApi({
  store,
  simulatorUrl: SIMULATOR_URL,
  appOrigin: APP_ORIGIN,
  clientId: 'demo-client',
  clientSecret: 'demo-secret',
  onEvent: event => console.log(JSON.stringify(event)),
})

const server = serve({ fetch: api.fetch, port, hostname: 'localhost' }, () => {
  console.log(`The demo's backend answers at http://localhost:${port}, with ${name}`)
})

server.on('error', error => {
  const taken = 'code' in error && error.code === 'EADDRINUSE'
  console.error(
    taken
      ? `Port ${port} is taken, so the demo's backend cannot start. Stop what uses it or set API_PORT.`
      : `The demo's backend cannot listen on port ${port}: ${error.message}`,
  )
  process.exitCode = 1
  void close()
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    // Idle connections of a browser would keep the process alive.
    if ('closeAllConnections' in server) server.closeAllConnections()
    server.close(() => void close())
  })
}
