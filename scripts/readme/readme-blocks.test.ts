// Every code block of every page is compiled, under the strictest options that an app may have.

import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { pageFiles } from '../docs/page-files.ts'
import { type CodeBlock, codeBlocks } from './code-blocks.ts'

const pages = globSync([
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'packages/*/README.md',
  'docs/{!(quickstart-*),concepts/*}.md', // those quickstarts have the files of their examples
  // The other recipes are compiled with their frameworks: by test:recipes, and as examples by test:examples.
  'docs/recipes/index.md',
])
// What a compiler reads, and what it does not.
const compiled = ['ts', 'tsx', 'js']
const others = ['', 'sh', 'json', 'nginx', 'apache', 'xml', 'ini', 'html']

const blocks = pages.flatMap(page =>
  codeBlocks(readFileSync(page, 'utf8')).map(block => ({ page, ...block })),
)

mkdirSync('test-results', { recursive: true })
const folder = mkdtempSync('test-results/readme-')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What runs in Node or a worker is compiled without the types of a page. */
function roomOf({ page, code }: CodeBlock & { page: string }): keyof typeof rooms {
  if (code.includes('/service-worker')) return 'worker'
  return /packages\/server|smartcar-connect-(server|simulator)/.test(page + code)
    ? 'server'
    : 'page'
}

const rooms = {
  page: {
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    types: ['react', 'smartcar-connect/virtual'],
    from: ['scripts/readme/*.d.ts'],
  },
  server: {
    lib: ['ES2023'],
    types: ['node'],
    from: ['scripts/readme/app.d.ts', 'packages/server/examples/!(*.test).ts'],
  },
  worker: { lib: ['ES2023', 'WebWorker', 'WebWorker.Iterable'], types: [], from: [] },
}

function install(name: string, path: string) {
  const link = join(folder, 'node_modules', name)
  mkdirSync(dirname(link), { recursive: true })
  symlinkSync(resolve(path), link)
}

/** Writes modules with what they import, and compiles them. Gives what is wrong in them. */
function compile(room: keyof typeof rooms, files: ReadonlyMap<string, string>): string[] {
  const root = mkdtempSync(join(folder, `${room}-`))
  const { lib, types, from } = rooms[room]
  for (const path of globSync(from)) copyFileSync(path, join(root, basename(path)))
  for (const [name, code] of files) writeFileSync(join(root, name), code)
  // A block may import another one of a page by its name.
  for (const [name, code] of pages.flatMap(page => [...pageFiles(readFileSync(page, 'utf8'))])) {
    if (!name.includes('/') && !existsSync(join(root, name))) writeFileSync(join(root, name), code)
  }
  const compilerOptions = {
    target: 'ES2023',
    lib,
    types,
    module: 'preserve',
    moduleResolution: 'bundler',
    moduleDetection: 'force',
    allowImportingTsExtensions: true,
    allowJs: true,
    jsx: 'react-jsx',
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noUncheckedSideEffectImports: true,
    skipLibCheck: true,
    noEmit: true,
  }
  writeFileSync(join(root, 'tsconfig.json'), JSON.stringify({ compilerOptions }))
  const { stdout } = spawnSync('node_modules/.bin/tsc', ['--project', root], { encoding: 'utf8' })
  // What is wrong elsewhere is found by the types of the packages.
  return stdout
    .split('\n')
    .map(line => line.slice(line.lastIndexOf('/', line.indexOf('(')) + 1))
    .filter(line => files.has(line.split('(')[0] ?? ''))
}

for (const name of ['client', 'react', 'server', 'simulator', 'codemod']) {
  const { name: published } = JSON.parse(readFileSync(`packages/${name}/package.json`, 'utf8'))
  install(published, `packages/${name}`)
}
for (const name of ['express', '@types/express', 'hono', 'pg', '@types/pg']) {
  install(name, `packages/server/node_modules/${name}`)
}

install('@types/react-dom', 'apps/demo/node_modules/@types/react-dom')
install('@testing-library/react', 'packages/react/node_modules/@testing-library/react')

test('every block is of a language that is compiled, or known not to be', () => {
  expect(blocks.length).toBeGreaterThan(20)
  const unknown = blocks.filter(({ language }) => ![...compiled, ...others].includes(language))
  expect(unknown.map(({ page, line }) => `${page}:${line}`)).toEqual([])
})

test.each(['page', 'server', 'worker'] as const)('the blocks for a %s compile', room => {
  const files = blocks
    .filter(block => compiled.includes(block.language) && roomOf(block) === room)
    .map(({ page, line, language, code }): [string, string] => [
      `${page.replaceAll(/\W/g, '-')}-line-${line}.${language}`,
      code,
    ])
  expect(files.length).toBeGreaterThan(0)
  expect(compile(room, new Map(files))).toEqual([])
})

test('a mistake in a block would be found', () => {
  const code = "import { createConnect } from 'smartcar-connect'\ncreateConnect({ clientId: 1 })\n"
  expect(compile('page', new Map([['block.ts', code]]))).toEqual([
    expect.stringMatching(/^block\.ts\(2,\d+\): error TS2322/),
  ])
})
