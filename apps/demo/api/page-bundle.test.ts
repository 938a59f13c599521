// The page as a browser downloads it: built for production, then searched for what must not be in it.

import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

const demo = fileURLToPath(new URL('..', import.meta.url))
const packages = fileURLToPath(new URL('../../../packages', import.meta.url))

type Built = {
  /** All files with their source maps, without the code that the page shows to be read. */
  bytes: string
  modules: readonly string[]
  /** The code that the page shows: it is about a server, and no part of one. */
  shown: ReadonlyMap<string, string>
}
let built: Built

const canary = 'canary-of-the-build-environment'
const variables = ['SMARTCAR_CLIENT_SECRET', 'VAULT_SECRET', 'DATABASE_URL', 'CLIENT_SECRET']

async function buildPage(): Promise<Built> {
  const { build } = await import('vite')
  const shown = new Map<string, string>()
  const result = await build({
    root: demo,
    logLevel: 'error',
    build: { write: false, sourcemap: true },
    plugins: [
      {
        name: 'without-shown-code',
        enforce: 'pre',
        async load(id) {
          const [, file = ''] = /^(.+\/example\/[\w.-]+)\?raw$/.exec(id) ?? []
          if (!file) return undefined
          shown.set(file.slice(demo.length), await readFile(file, 'utf8'))
          return 'export default "the code"'
        },
      },
    ],
  })
  const outputs = [result].flat().flatMap(each => ('output' in each ? each.output : []))
  return {
    bytes: outputs
      .map(file => `${file.type === 'chunk' ? file.code + JSON.stringify(file.map) : file.source}`)
      .join('\n'),
    modules: outputs.flatMap(file => (file.type === 'chunk' ? Object.keys(file.modules) : [])),
    shown,
  }
}

beforeAll(async () => {
  for (const name of variables) vi.stubEnv(name, canary)
  vi.stubEnv('NODE_ENV', 'production')
  built = await buildPage()
}, 60_000)
afterAll(() => vi.unstubAllEnvs())

// All sources of a package, to show that what is searched for exists there.
async function sourceOf(folder: string): Promise<string> {
  const files = await readdir(folder, { recursive: true })
  const texts = files.filter(file => file.endsWith('.ts')).map(file => `${folder}/${file}`)
  return (await Promise.all(texts.map(file => readFile(file, 'utf8')))).join('\n')
}

test('is the page, with its source maps and the redirect page', () => {
  expect(built.bytes).toContain('Your garage')
  expect(built.bytes).toContain('BroadcastChannel')
  expect(built.bytes).toContain('sourcesContent')
  expect(built.modules.some(id => id.includes('packages/client/src/'))).toBe(true)
  expect([...built.shown.keys()].sort()).toEqual(['example/add-car.tsx', 'example/smartcar.ts'])
})

test('puts no secret, no token and nothing of the environment into the bundle', {
  tags: ['T32', 'T41'],
}, () => {
  for (const secret of [canary, 'demo-secret', 'demo-machine-secret', 'demo-management-token']) {
    expect([built.bytes, ...built.shown.values()].join('\n')).not.toContain(secret)
  }
})

test('puts nothing of the server into the bundle', { tags: ['T32'] }, async () => {
  const source = await sourceOf(`${packages}/server/src`)
  for (const trace of [
    'access_token',
    'refresh_token',
    'clientSecret',
    'AES-GCM',
    'oauth4webapi',
  ]) {
    expect(source).toContain(trace)
    expect(built.bytes).not.toContain(trace)
  }
  expect(built.modules.filter(id => /packages\/server\/|demo\/api\//.test(id))).toEqual([])
})

test('puts nothing of the simulator into the bundle', { tags: ['T42'] }, async () => {
  const source = await sourceOf(`${packages}/simulator/src`)
  for (const trace of ['__simulator/clock', 'token-make-refused', 'successful-request.com']) {
    expect(source).toContain(trace)
    expect(built.bytes).not.toContain(trace)
  }
  expect(built.modules.filter(id => id.includes('packages/simulator/'))).toEqual([])
})
