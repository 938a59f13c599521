// Tests of service: readiness, an early end, stopping, and no orphans.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test, vi } from 'vitest'
import { freePort } from './free-port.ts'
import { isPortTaken } from './port-taken.ts'
import { startService } from './service.ts'

function plan(script: string, port = 9) {
  return {
    name: 'The example',
    args: ['--eval', script],
    folder: import.meta.dirname,
    env: { PORT: String(port) },
    url: `http://localhost:${port}/`,
  }
}

const serve = `require('http').createServer((_, answer) => answer.end()).listen(process.env.PORT)`

test('is ready once it answers, and gone once stopped', async () => {
  const port = await freePort()
  const service = startService(plan(serve, port), false)
  await service.ready
  expect(await isPortTaken(port)).toBe(true)
  await service.stop()
  expect(await isPortTaken(port)).toBe(false)
})

test('tells how a process ended and what it said last', async () => {
  const { ended } = startService(plan(`console.error('no such scenario'); process.exit(3)`), false)
  expect(await ended).toBe('The example ended with code 3. Its last lines:\nno such scenario')
})

test('stops a process that already ended', async () => {
  const service = startService(plan('process.exit()'), false)
  await service.ended
  await expect(service.stop()).resolves.toBeUndefined()
})

test('leaves no process behind when its parent is killed', async () => {
  const port = await freePort()
  const parent = spawn(process.execPath, [
    '--input-type=module',
    '--eval',
    `import { startService } from ${JSON.stringify(import.meta.resolve('./service.ts'))}
    await startService(${JSON.stringify(plan(serve, port))}, false).ready
    console.log('ready')`,
  ])
  await once(parent.stdout, 'data')
  parent.kill('SIGKILL')
  await vi.waitFor(async () => expect(await isPortTaken(port)).toBe(false), 5_000)
})
