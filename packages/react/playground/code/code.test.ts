// What is copied compiles against our packages, says what the state says, and nothing more.

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { childrenCode, indented, literal } from '../../docs/snippets/code.ts'
import { buildConnectUrl } from '../../src/index.ts'
import { defaults, fields, type PlaygroundState } from '../state/playground-state.ts'
import { connectParams } from './connect-params.ts'
import { reactCode } from './react-code.ts'
import { serverCode } from './server-code.ts'

const root = resolve(import.meta.dirname, '../../../..')
mkdirSync(join(root, 'test-results'), { recursive: true })
const folder = mkdtempSync(join(root, 'test-results/playground-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

mkdirSync(join(folder, 'node_modules'))
for (const name of ['react', 'server']) {
  const target = join(folder, `node_modules/smartcar-connect-${name}`)
  symlinkSync(join(root, 'packages', name), target)
}

function choices<T>(...options: readonly T[]): fc.Arbitrary<T> {
  return fc.constantFrom(...options)
}

// Lone halves of pairs among it; fast-check's own takes seconds to make ready.
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map(codes => String.fromCharCode(...codes))
const values = choices(
  '',
  'x',
  '\u2028next line',
  'me@example.com',
  "it's “<b>” {0} \\ \n & 🚗",
  '</script>',
)
const anyState: fc.Arbitrary<PlaygroundState> = fc
  .record({
    way: choices<PlaygroundState['way']>('backend', 'code'),
    scope: choices<readonly string[]>([], ['read_vin'], ['required:read_vin', "read_o'neil"]),
    mode: choices<PlaygroundState['mode']>('live', 'simulated'),
    make: choices('', 'TESLA'),
    singleSelect: fc.boolean(),
    approvalPrompt: choices<PlaygroundState['approvalPrompt']>('auto', 'force'),
    presentation: choices<PlaygroundState['presentation']>('popup', 'redirect', 'auto'),
    variant: choices<PlaygroundState['variant']>('primary', 'secondary', 'quiet'),
    size: choices<PlaygroundState['size']>('regular', 'compact'),
    fullWidth: fc.boolean(),
    theme: choices<PlaygroundState['theme']>('light', 'dark'),
    country: choices('', 'DE'),
    popupWidth: choices(500, 400),
    label: values,
    state: values,
    user: values,
    externalId: values,
    vehicleId: choices('', 'v-1'),
    applicationId: values,
  })
  .map(some => ({ ...defaults, ...some }))

const languages = fields.language.values

/** What is wrong with the files, by the compiler, as strict as an app may be. */
function compile(files: Readonly<Record<string, string>>): string[] {
  const place = mkdtempSync(join(folder, 'files-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(place, name), text)
  const compilerOptions = {
    target: 'ES2023',
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    types: ['node', 'react'],
    module: 'preserve',
    moduleResolution: 'bundler',
    moduleDetection: 'force',
    allowImportingTsExtensions: true,
    jsx: 'react-jsx',
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    noEmit: true,
  }
  // The published package has types for its style sheet.
  writeFileSync(join(place, 'css.d.ts'), "declare module 'smartcar-connect-react/styles.css'")
  writeFileSync(join(place, 'tsconfig.json'), JSON.stringify({ compilerOptions }))
  const tsc = join(root, 'node_modules/.bin/tsc')
  const { stdout } = spawnSync(tsc, ['--project', place], { encoding: 'utf8' })
  return stdout.split('\n').filter(line => /^\S*file-\d+\.tsx?\(/.test(line))
}

test('both files of many states compile as they are pasted', () => {
  const states = [
    ...languages.map(language => ({ ...defaults, language })),
    ...fc.sample(anyState, { numRuns: 60, seed: 15 }),
  ]
  const files = Object.fromEntries(
    states.flatMap((state, index) => [
      [`file-${index}.tsx`, reactCode(state)],
      ...(state.way === 'backend' ? [[`file-${index}-server.ts`, serverCode(state)]] : []),
    ]),
  )
  const wrong = reactCode(defaults).replace("backend: '", "backends: '")
  expect(compile({ ...files, 'file-9999.tsx': wrong })).toEqual([
    expect.stringMatching(/file-9999\.tsx.*backends/),
  ])
})

test('what is so by itself is not in the code', () => {
  const plain = { ...defaults, mode: 'live', scope: [], country: '' } as const
  expect(
    reactCode(plain),
  ).toBe(`// connect-car.tsx: a button that connects a car, and a line that says how it goes.

import { ConnectButton, ConnectStatus, createConnect } from 'smartcar-connect-react'
import 'smartcar-connect-react/styles.css' // optional

const connect = createConnect({
  backend: '/api/smartcar',
  onSuccess: cars => console.log('Connected:', cars),
  onError: error => console.error(error),
})

export function ConnectCar() {
  return (
    <div>
      <ConnectButton connect={connect} />
      <ConnectStatus connect={connect} />
    </div>
  )
}
`)
  expect(serverCode(plain)).not.toMatch(/scope|mode|params/)
})

test('what differs is in the code, in the half that it belongs to', () => {
  const state: PlaygroundState = {
    ...defaults,
    language: 'zh-Hans',
    theme: 'dark',
    variant: 'secondary',
    label: '“Go” {now}',
    make: 'KIA',
  }
  const page = reactCode(state)
  expect(page).toContain("import { zhHans } from 'smartcar-connect-react/locales/zh-hans'")
  expect(page).toContain('<SmartcarConnectProvider labels={zhHans}>')
  expect(page).toContain(`<div lang="zh-Hans" style={{ colorScheme: 'dark' }}>`)
  expect(page).toContain('<ConnectButton connect={connect} variant="secondary">')
  expect(page).toContain("{'“Go” {now}'}")
  expect(page).not.toContain('KIA')
  expect(serverCode(state)).toContain("params: () => ({ make: 'KIA', flags: { country: 'DE' } }),")
  expect(reactCode({ ...state, way: 'code' })).toContain("  make: 'KIA',")
})

test('the application id stands in the server’s half, beside that of the simulator', () => {
  expect(serverCode(defaults)).toContain("  applicationId: 'demo-client',\n")
  expect(serverCode({ ...defaults, applicationId: 'my-app' })).toContain(
    "  applicationId: 'demo-client', // at Smartcar: 'my-app'\n",
  )
})

test('the code has no scenario in it: only the simulator knows it', () => {
  const state = { ...defaults, scenario: 'coop' }
  expect(reactCode(state) + serverCode(state)).not.toMatch(/coop/)
})

test('a literal means the text that it was made of', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, values), text => {
      expect(evaluate(literal(text))).toBe(text)
      expect(evaluate(indented(`${literal([text])}`))).toEqual([text])
      const child = childrenCode(text) ?? ''
      if (child.startsWith('{')) expect(evaluate(child.slice(1, -1))).toBe(text)
      else expect([child, child.search(/[{}<>&\n]/)]).toEqual([text, -1])
    }),
  )
})

test('no character ends a line inside of a literal, whatever reads it', () => {
  expect(literal('a\u2028b\u2029c\nd')).toBe("'a\\u2028b\\u2029c\\nd'")
})

function evaluate(expression: string | undefined): unknown {
  return new Function(`return ${expression}`)()
}

test('the address is the one that the library builds of the same state', () => {
  const state = { ...defaults, make: 'BMW', approvalPrompt: 'force', state: 'a:b@c.d' } as const
  const at = 'https://app.example.com/redirect'
  const { searchParams } = buildConnectUrl(connectParams(state, at), 'token')
  expect(Object.fromEntries(searchParams)).toMatchObject({
    response_type: 'none',
    make: 'BMW',
    approval_prompt: 'force',
    mode: 'simulated',
    flags: 'country:DE',
    external_id: 'made-by-the-server',
  })
  const byCode = buildConnectUrl(connectParams({ ...state, way: 'code' }, at), 'token')
  expect(byCode.searchParams.get('response_type')).toBe('code')
  expect(byCode.searchParams.has('external_id')).toBe(false)
})
