// Takes each check on a list out of the client in turn, and wants a test to notice. Name files, or parts of the checks, to do fewer.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestSpecification } from 'vitest/node'
import { copyClient } from './copy-client.ts'
import type { MutatedFile, Mutation } from './mutations/mutated-file.ts'
import { mutatedFiles } from './mutations.ts'
import { redirectPageFiles } from './redirect-page-files.ts'
import { startTests } from './run-tests.ts'

const { root, sources, buildRedirectPage } = copyClient()
const tests = await startTests(root)

// The redirect page is checked in as it was built, so what is in it means that it is built again.
let pageIsStale = false

function write(file: string, text: string): void {
  writeFileSync(join(sources, file), text)
  tests.forget(join(sources, file))
  if (redirectPageFiles.includes(file)) pageIsStale = true
}

function rebuildRedirectPage(): void {
  if (pageIsStale) buildRedirectPage()
  pageIsStale = false
}

type Outcome =
  | { readonly ok: true; readonly noticedBy: string }
  | { readonly ok: false; readonly problem: string }

async function tryMutation(
  file: string,
  [find, replace]: Mutation,
  using: readonly TestSpecification[],
): Promise<Outcome> {
  if (!existsSync(join(sources, file))) return { ok: false, problem: 'there is no such file' }
  const text = readFileSync(join(sources, file), 'utf8')
  if (text.split(find).length !== 2)
    return { ok: false, problem: 'does not stand there exactly once' }
  write(
    file,
    text.replace(find, () => replace),
  )
  try {
    for (const test of using) {
      if (test.moduleId.includes('.browser.')) rebuildRedirectPage()
      const { passed, failed } = await tests.run(test)
      const name = test.moduleId.slice(sources.length + 1)
      if (failed) return { ok: true, noticedBy: `${name}: ${failed}` }
      if (passed === 0) return { ok: false, problem: `${name} could not be run` }
    }
    return { ok: false, problem: 'survived' }
  } finally {
    const wasRebuilt = redirectPageFiles.includes(file) && !pageIsStale
    write(file, text)
    if (wasRebuilt) rebuildRedirectPage()
    else pageIsStale = false
  }
}

const wanted = process.argv.slice(2)
function isWanted(file: string, find: string): boolean {
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
  const specification = tests.find(join(sources, test))
  const { passed, failed } = specification ? await tests.run(specification) : {}
  if (specification && passed && !failed) reliable.set(test, specification)
  else {
    console.error(`✗ ${test} ${failed ? `fails anyway: ${failed}` : 'cannot be run'}`)
    process.exitCode = 1
  }
}

const sums: string[] = []
async function tryFile({ file, tests, mutations }: MutatedFile): Promise<void> {
  const using = tests.flatMap(test => reliable.get(test) ?? [])
  let killed = 0
  for (const mutation of mutations) {
    const outcome = await tryMutation(file, mutation, using)
    const [find, replace] = mutation.map(text => JSON.stringify(text))
    if (outcome.ok) killed += 1
    else process.exitCode = 1
    const because = outcome.ok ? outcome.noticedBy : outcome.problem
    console.log(`${outcome.ok ? '✓' : '✗'} ${file}: ${find} → ${replace} · ${because}`)
  }
  sums.push(`${file}: ${killed} killed, ${mutations.length - killed} not killed`)
}

for (const file of chosen) await tryFile(file)
console.log(sums.join('\n'))
await tests.close()
process.exit()
