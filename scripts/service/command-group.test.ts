// Tests of command-group: what a command has started ends with the group, however that ends.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test, vi } from 'vitest'
import { freePort } from './free-port.ts'
import { isPortTaken } from './port-taken.ts'
import { startService } from './service.ts'

const group = fileURLToPath(new URL('./command-group.ts', import.meta.url))
const serve = `require('http').createServer((_, answer) => answer.end()).listen(process.env.PORT)`

// A shell that waits for the server, as npm does.
function plan(port: number) {
  return {
    name: 'The example',
    args: [group, 'sh', '-c', `node --eval "${serve}" & wait`],
    folder: import.meta.dirname,
    env: { PORT: String(port) },
    url: `http://localhost:${port}/`,
  }
}

test('ends the server that a shell has started', async () => {
  const port = await freePort()
  const service = startService(plan(port), false)
  await service.ready
  await service.stop()
  await vi.waitFor(async () => expect(await isPortTaken(port)).toBe(false), 5_000)
})

test('leaves no server behind when its parent is killed', async () => {
  const port = await freePort()
  const parent = spawn(process.execPath, [
    '--input-type=module',
    '--eval',
    `import { startService } from ${JSON.stringify(import.meta.resolve('./service.ts'))}
    await startService(${JSON.stringify(plan(port))}, false).ready
    console.log('ready')`,
  ])
  await once(parent.stdout, 'data')
  expect(await isPortTaken(port)).toBe(true)
  parent.kill('SIGKILL')
  await vi.waitFor(async () => expect(await isPortTaken(port)).toBe(false), 5_000)
})

test('ends as its command ends', async () => {
  const args = [group, 'sh', '-c', 'echo why >&2; exit 3']
  const { ended } = startService({ ...plan(9), args }, false)
  expect(await ended).toBe('The example ended with code 3. Its last lines:\nwhy')
})
