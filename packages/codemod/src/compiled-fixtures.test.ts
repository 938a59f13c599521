// What the codemod writes is compiled against our packages: a name or a value that they refuse would show.

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { components } from '../test/fixtures/components.ts'
import { forms } from '../test/fixtures/forms.ts'
import { handlers } from '../test/fixtures/handlers.ts'
import { nasty } from '../test/fixtures/nasty.ts'
import { options } from '../test/fixtures/options.ts'

const fixtures = [...forms, ...handlers, ...options, ...nasty, ...components]

const root = resolve(import.meta.dirname, '../../..')
mkdirSync(join(root, 'test-results'), { recursive: true })
const folder = mkdtempSync(join(root, 'test-results/codemod-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

mkdirSync(join(folder, 'node_modules'))
symlinkSync(join(root, 'packages/client'), join(folder, 'node_modules/smartcar-connect'))
symlinkSync(join(root, 'packages/react'), join(folder, 'node_modules/smartcar-connect-react'))

/** Compiles files, and gives what is wrong in them, but for names that a fixture takes from nowhere. */
function compile(files: Readonly<Record<string, string>>, isStrict: boolean): string[] {
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
    allowJs: true,
    checkJs: true,
    jsx: 'react-jsx',
    strict: isStrict,
    skipLibCheck: true,
    noEmit: true,
  }
  writeFileSync(join(place, 'tsconfig.json'), JSON.stringify({ compilerOptions }))
  const { stdout } = spawnSync(join(root, 'node_modules/.bin/tsc'), ['--project', place], {
    encoding: 'utf8',
  })
  // TS2304, TS2686 and TS18004: no such name. TS2307 with a dot: no such file of the app.
  return stdout
    .split('\n')
    .filter(
      line =>
        /file-\d+\.\w+\(/.test(line) && !/error (TS(2304|2686|18004):|TS2307: .* '\.)/.test(line),
    )
}

/** The files in one language, by name. */
function filesIn(language: 'ts' | 'js'): Record<string, string> {
  return Object.fromEntries(
    fixtures.flatMap(({ path, after }, index) => {
      const extension = path.slice(path.lastIndexOf('.') + 1)
      return extension.includes(language) ? [[`file-${index}.${extension}`, after]] : []
    }),
  )
}

test('in TypeScript, as strict as an app may be', () => {
  const files = filesIn('ts')
  expect(Object.keys(files).length).toBeGreaterThan(3)
  expect(compile(files, true)).toEqual([])
})

test('in JavaScript', () => {
  const files = filesIn('js')
  expect(Object.keys(files).length).toBeGreaterThan(8)
  expect(compile(files, false)).toEqual([])
})

test('a mistake would be found', () => {
  const text = "import { createConnect } from 'smartcar-connect'\ncreateConnect({ clientId: 1 })\n"
  expect(compile({ 'file-0.js': text }, false)).toEqual([expect.stringContaining('error TS2322')])
})
