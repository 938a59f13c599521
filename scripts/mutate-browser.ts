// Takes each check out of the client in turn, and wants a test to notice. Name files, or parts of the checks, to do fewer.

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
import { createVitest, type TestSpecification } from 'vitest/node'
import type { MutatedFile, Mutation } from './mutate/mutations/mutated-file.ts'
import { mutatedFiles } from './mutate/mutations.ts'

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

/** What became of the tests of one file, up to the first that failed. */
type Run = { passed: number; failed: string | undefined }

// One Vitest for all of it: starting it takes longer than most tests.
async function startTests() {
  let run: Run = { passed: 0, failed: undefined }
  const vitest = await createVitest(
    'test',
    {
      root: copy,
      config: join(copy, 'scripts/mutate/browser.config.ts'),
      watch: false,
      bail: 1,
      reporters: [
        {
          onTestCaseResult(test) {
            const { state } = test.result()
            if (state === 'passed') run.passed += 1
            if (state === 'failed') run.failed ??= test.name
          },
        },
      ],
    },
    { logLevel: 'silent' },
  )
  await vitest.standalone()
  const specifications = await vitest.globTestSpecifications()
  return {
    find: (test: string) => specifications.find(it => it.moduleId === join(sources, test)),
    async run(specification: TestSpecification): Promise<Run> {
      run = { passed: 0, failed: undefined }
      await vitest.runTestSpecifications([specification])
      return run
    },
    forget: (path: string) => vitest.invalidateFile(path),
    close: () => vitest.close(),
  }
}

// The redirect page is checked in as it was built, so what is in it means that it is built again.
const inPage = ['redirect-page/finish-connect.ts', 'popup/message.ts', 'read-state.ts']
let pageIsStale = false

function rebuildRedirectPage(): void {
  if (!pageIsStale) return
  pageIsStale = false
  const script = join(copy, 'packages/client/src/redirect-page/build/write.ts')
  const { status, stderr } = spawnSync(process.execPath, [script], { cwd: copy, encoding: 'utf8' })
  if (status !== 0) throw new Error(`The redirect page cannot be built. ${stderr}`)
}

function write(file: string, text: string): void {
  writeFileSync(join(sources, file), text)
  tests.forget(join(sources, file))
  if (inPage.includes(file)) pageIsStale = true
}

type Verdict = { by: string } | { problem: string }

async function judge(
  file: string,
  [find, replace]: Mutation,
  using: TestSpecification[],
): Promise<Verdict> {
  const text = readFileSync(join(sources, file), 'utf8')
  if (text.split(find).length !== 2) return { problem: 'does not stand there exactly once' }
  write(
    file,
    text.replace(find, () => replace),
  )
  try {
    for (const test of using) {
      if (test.moduleId.includes('.browser.')) rebuildRedirectPage()
      const { passed, failed } = await tests.run(test)
      const name = test.moduleId.slice(sources.length + 1)
      if (failed) return { by: `${name}: ${failed}` }
      if (passed === 0) return { problem: `${name} could not be run` }
    }
    return { problem: 'survived' }
  } finally {
    const wasRebuilt = inPage.includes(file) && !pageIsStale
    write(file, text)
    if (wasRebuilt) rebuildRedirectPage()
    else pageIsStale = false
  }
}

makeCopy()
const tests = await startTests()
const wanted = process.argv.slice(2)
function isWanted(file: string, find: string) {
  return wanted.length === 0 || wanted.some(word => word === file || find.includes(word))
}
const chosen = mutatedFiles
  .map(({ file, tests, mutations }) => ({
    file,
    tests,
    mutations: mutations.filter(([find]) => isWanted(file, find)),
  }))
  .filter(({ mutations }) => mutations.length > 0)

// A test that fails anyway notices nothing.
const reliable = new Map<string, TestSpecification>()
for (const test of new Set(chosen.flatMap(({ tests }) => tests))) {
  const specification = tests.find(test)
  const { passed, failed } = specification ? await tests.run(specification) : {}
  if (specification && passed && !failed) reliable.set(test, specification)
  else {
    console.error(`✗ ${test} ${failed ? `fails anyway: ${failed}` : 'cannot be run'}`)
    process.exitCode = 1
  }
}

const sums: string[] = []
async function judgeFile({ file, tests, mutations }: MutatedFile): Promise<void> {
  const using = tests.flatMap(test => reliable.get(test) ?? [])
  let killed = 0
  for (const mutation of mutations) {
    const verdict = await judge(file, mutation, using)
    const [find, replace] = mutation.map(text => JSON.stringify(text))
    const isKilled = 'by' in verdict
    if (isKilled) killed += 1
    else process.exitCode = 1
    const because = isKilled ? verdict.by : verdict.problem
    console.log(`${isKilled ? '✓' : '✗'} ${file}: ${find} → ${replace} · ${because}`)
  }
  sums.push(`${file}: ${killed} killed, ${mutations.length - killed} not killed`)
}

for (const file of chosen) await judgeFile(file)
console.log(sums.join('\n'))
await tests.close()
process.exit()
