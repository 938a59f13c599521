// Takes each check out of the client in turn, and wants a test to notice. Name files, or parts of
// the checks, to do fewer.
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { type Mutation, mutatedFiles } from './mutations.ts'
import { readVitestReport, type VitestReport } from './read-report.ts'

// All of it happens in a copy, so nothing has to be put back.
const copy = mkdtempSync(join(tmpdir(), 'smartcar-connect-mutate-'))
const sources = join(copy, 'packages/client/src')

process.once('exit', () => rmSync(copy, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

function makeCopy(): void {
  const listed = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--']
  const parts = [
    'packages/client',
    'scripts',
    'package.json',
    'pnpm-workspace.yaml',
    'tsconfig.base.json',
  ]
  const { stdout } = spawnSync('git', [...listed, ...parts], { encoding: 'utf8' })
  for (const path of stdout.split('\0').filter(path => path && existsSync(path))) {
    mkdirSync(dirname(join(copy, path)), { recursive: true })
    cpSync(path, join(copy, path))
  }
  for (const folder of ['node_modules', 'packages/client/node_modules']) {
    symlinkSync(resolve(folder), join(copy, folder))
  }
}

function node(args: readonly string[]): void {
  const options = { cwd: copy, timeout: 180_000, env: { ...process.env, FORCE_COLOR: '0' } }
  spawnSync(process.execPath, args, options)
}

// How many tests failed; `undefined` when they could not be run.
function failures(test: string): number | undefined {
  const report = join(copy, 'report.json')
  rmSync(report, { force: true })
  const project = test.includes('.browser.') ? 'browser' : 'unit'
  const reporter = ['--reporter=json', `--outputFile=${report}`]
  const config = ['--config', 'scripts/mutate.config.ts', '--project', project, '--bail', '1']
  node(['node_modules/vitest/vitest.mjs', 'run', ...config, ...reporter, join(sources, test)])
  if (!existsSync(report)) return undefined
  const content: VitestReport = JSON.parse(readFileSync(report, 'utf8'))
  const { passed, failed } = readVitestReport(content)
  return passed + failed > 0 ? failed : undefined
}

// The redirect page is checked in as it was built, so it has to be built again.
function rebuildRedirectPage(): void {
  node([join(copy, 'packages/client/redirect-page/write.ts')])
}

function killer(file: string, [find, replace]: Mutation, tests: readonly string[]) {
  const path = join(sources, file)
  const text = readFileSync(path, 'utf8')
  if (text.split(find).length !== 2) return { problem: 'does not stand there exactly once' }
  const inPage = file === 'redirect.ts'
  try {
    writeFileSync(
      path,
      text.replace(find, () => replace),
    )
    if (inPage) rebuildRedirectPage()
    for (const test of tests) {
      const failed = failures(test)
      if (failed === undefined) return { problem: `${test} could not be run` }
      if (failed > 0) return { test }
    }
    return { problem: 'survived' }
  } finally {
    writeFileSync(path, text)
    if (inPage) rebuildRedirectPage()
  }
}

makeCopy()
const wanted = process.argv.slice(2)
const isWanted = (file: string, find: string) =>
  wanted.length === 0 || wanted.some(word => word === file || find.includes(word))
const chosen = mutatedFiles
  .map(({ file, tests, mutations }) => ({
    file,
    tests,
    mutations: mutations.filter(([find]) => isWanted(file, find)),
  }))
  .filter(({ mutations }) => mutations.length > 0)
const existing = (tests: readonly string[]) => tests.filter(test => existsSync(join(sources, test)))

// A test that fails anyway notices nothing.
const reliable = new Set<string>()
for (const test of new Set(chosen.flatMap(({ tests }) => existing(tests)))) {
  if (failures(test) === 0) reliable.add(test)
  else {
    console.error(`✗ ${test} fails before anything is changed`)
    process.exitCode = 1
  }
}

let killed = 0
let survived = 0
for (const { file, tests, mutations } of chosen) {
  const using = existing(tests).filter(test => reliable.has(test))
  if (using.length === 0) {
    console.error(`✗ ${file} cannot be judged: none of its tests passes`)
    continue
  }
  for (const mutation of mutations) {
    const { test, problem } = killer(file, mutation, using)
    const [find, replace] = mutation.map(text => JSON.stringify(text))
    console.log(`${test ? '✓' : '✗'} ${file}: ${find} → ${replace} · ${test ?? problem}`)
    if (test) killed += 1
    else survived += 1
  }
}
console.log(`${killed} killed, ${survived} not killed`)
if (survived > 0) process.exitCode = 1
