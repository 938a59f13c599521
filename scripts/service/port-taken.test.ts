// Tests of port-taken: a listener on either loopback address is noticed.

import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { expect, test } from 'vitest'
import { isPortTaken } from './port-taken.ts'

async function listenOn(host: string) {
  const server = createServer().listen(0, host)
  await once(server, 'listening')
  return { server, port: (server.address() as AddressInfo).port }
}

test.each(['127.0.0.1', '::1'])('notices a program that listens on %s alone', async host => {
  const { server, port } = await listenOn(host)
  expect(await isPortTaken(port)).toBe(true)
  server.close()
  await once(server, 'close')
  expect(await isPortTaken(port)).toBe(false)
})
