// The command, as a person starts it.

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test, vi } from 'vitest'
import { scenarios } from '../scenarios/scenarios.ts'

// Starting a process takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const cli = fileURLToPath(new URL('./cli.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'simulator-'))
let child: ChildProcess | undefined

afterEach(() => {
  child?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

type Ended = { readonly code: number | null; readonly out: string; readonly err: string }

function start(...args: string[]): { ended: Promise<Ended>; address: Promise<string> } {
  const started = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  child = started
  let out = ''
  let err = ''
  const address = new Promise<string>(resolve => {
    started.stdout.on('data', (data: Buffer) => {
      out += data
      const found = /http:\S+/.exec(out)?.[0]
      if (found !== undefined) resolve(found)
    })
  })
  started.stderr.on('data', (data: Buffer) => {
    err += data
  })
  const ended = new Promise<Ended>(resolve => {
    started.on('close', code => resolve({ code, out, err }))
  })
  return { ended, address }
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  'prints its address and what to put into an app, and %s ends it cleanly',
  async signal => {
    const { ended, address } = start('--port', '0')
    expect((await fetch(`${await address}/`)).status).toBe(200)
    child?.kill(signal)
    const { code, out, err } = await ended
    expect(code).toBe(0)
    const [first, ...credentials] = out.trimEnd().split('\n')
    expect(first).toMatch(/^Smartcar Connect simulator: http:\/\/localhost:\d+$/)
    expect(credentials).toEqual([
      'Credentials, all made up:',
      '  Connect and version 2   demo-client  demo-secret',
      '  version 3               client_demo  demo-machine-secret',
      '  management, webhooks    demo-management-token',
      'Open the address to connect a car and to choose a scenario.',
    ])
    expect(err).toBe('')
  },
)

test('a taken port is one plain message', async () => {
  const other = createServer()
  await new Promise<void>(resolve => {
    other.listen(0, '127.0.0.1', resolve)
  })
  const address = other.address()
  const port = typeof address === 'object' ? String(address?.port) : ''
  const { code, out, err } = await start('--port', port).ended
  other.close()
  expect(code).toBe(1)
  expect(out).toBe('')
  expect(err).toMatch(/^Port \d+ is taken[^\n]*--port\.\n$/)
})

test.each([
  [['--scenario', 'sunny'], /“sunny”.*happy/],
  [['--port', 'abc'], /--port abc/],
  [['--port', '70000'], /--port 70000/],
  [['--sunny'], /--sunny.*--help lists the options/],
  [['sunny'], /'sunny'.*--help lists the options/],
  [['--scenario'], /--scenario.*--help lists the options/],
  [['--applications', join(folder, 'none.json')], /none\.json/],
  [['--host', '192.0.2.1', '--port', '0'], /--host/],
  [['judge', 'api/smartcar'], /address of one backend/],
  [['judge', 'http://localhost:3000/api/smartcar', '--login', 'Cookie: a=b'], /two --login/],
  [['judge', '--sunny'], /--sunny.*nothing was judged/],
  [['--allowed-host', 'car.test:4010'], /“car.test:4010”.*without protocol and port/],
])('%j is one plain message', async (args, message) => {
  const { code, err } = await start(...args).ended
  expect(code).toBe(1)
  expect(err).toMatch(message)
  expect(err.trim().split('\n')).toHaveLength(1)
})

test('lists the scenarios', async () => {
  const { code, out } = await start('--list-scenarios').ended
  expect(code).toBe(0)
  expect(out.trim().split('\n')).toHaveLength(scenarios.length)
})

test('warns when others can reach it', async () => {
  const { ended, address } = start('--port', '0', '--host', '0.0.0.0')
  expect((await fetch(await address)).status).toBe(200)
  child?.kill('SIGTERM')
  expect((await ended).err).toMatch(/^Warning: listening on 0\.0\.0\.0/)
})

test('answers for its own hosts alone, and for those it is given', { tags: ['T51'] }, async () => {
  const { ended, address } = start(
    ...['--port', '0', '--host', '0.0.0.0'],
    ...['--allowed-host', 'simulator', '--allowed-host', 'car.test'],
  )
  const { port } = new URL(await address)
  function statusFor(name: string): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      get({ host: '127.0.0.1', port, headers: { Host: `${name}:${port}` } }, answer => {
        answer.resume()
        resolve(answer.statusCode)
      }).on('error', reject)
    })
  }
  const names = ['localhost', 'simulator', 'car.test', '0.0.0.0', 'another.test']
  expect(await Promise.all(names.map(statusFor))).toEqual([200, 200, 200, 403, 403])
  child?.kill('SIGTERM')
  expect((await ended).err).toContain('It answers for localhost, simulator, car.test;')
})

test('keeps its state across restarts, for the owner alone', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'simulator-')), 'state.json')
  const first = start('--port', '0', '--state', path)
  await fetch(`${await first.address}/__simulator/clock`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{"advanceMs":5000}',
  })
  child?.kill('SIGTERM')
  expect((await first.ended).code).toBe(0)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  const second = start('--port', '0', '--state', path)
  const clock = await (await fetch(`${await second.address}/__simulator/clock`)).json()
  expect(clock).toMatchObject({ offsetMs: 5000 })
  child?.kill('SIGTERM')
  await second.ended
  writeFileSync(path, readFileSync(path, 'utf8').slice(0, 40))
  const third = await start('--port', '0', '--state', path).ended
  expect(third.code).toBe(1)
  expect(third.err).toMatch(/not JSON/)
})

test('knows the applications of a file and refuses live-looking secrets', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'simulator-')), 'applications.json')
  const application = {
    clientId: 'shop',
    clientSecret: 'made-up',
    redirectUris: ['https://shop.example/back'],
  }
  writeFileSync(path, JSON.stringify([application]))
  const { ended, address } = start('--port', '0', '--applications', path)
  const query = 'response_type=code&client_id=shop'
  const answer = await fetch(`${await address}/oauth/authorize?${query}`, { redirect: 'manual' })
  expect(answer.status).toBe(303)
  child?.kill('SIGTERM')
  expect((await ended).out).not.toMatch(/shop|made-up|demo-secret/)
  const live = { ...application, clientSecret: '3f6c1f2e-9f1a-4c55-8f0e-2a6d5b7c9e10' }
  writeFileSync(path, JSON.stringify([live]))
  const refused = await start('--port', '0', '--applications', path).ended
  expect(refused.err).toMatch(/looks like a live one/)
  expect(refused.err).not.toContain(live.clientSecret)
})

test.each(['', '{', '{}', '[]', '[{"clientId":"shop"}]', '[null]'])(
  'an applications file of %j is one plain message',
  async content => {
    const path = join(mkdtempSync(join(tmpdir(), 'simulator-')), 'applications.json')
    writeFileSync(path, content)
    const { code, err } = await start('--port', '0', '--applications', path).ended
    expect(code).toBe(1)
    expect(err).toMatch(/^The applications file .* holds no list[^\n]*redirectUris\.\n$/)
  },
)

test('a webhook that would call somebody else is one plain message', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'simulator-')), 'applications.json')
  const webhooks = [{ name: 'Hook', callbackUri: 'https://shop.example/hook' }]
  const application = {
    clientId: 'shop',
    clientSecret: 'shop-secret',
    redirectUris: ['http://localhost:*'],
    managementToken: 'shop-token',
    webhooks,
  }
  writeFileSync(path, JSON.stringify([application]))
  const refused = await start('--port', '0', '--applications', path).ended
  expect(refused.code).toBe(1)
  expect(refused.err).toMatch(
    /^Webhook “Hook” of application “shop” cannot work: callbackUri leads/,
  )
  const { address } = start('--port', '0', '--applications', path, '--allowed-host', 'shop.example')
  const answer = await fetch(`${await address}/__simulator/webhooks`)
  expect(await answer.json()).toMatchObject({
    webhooks: [{ name: 'Hook', verification: 'pending' }],
  })
})
