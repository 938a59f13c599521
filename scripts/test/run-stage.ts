// Runs one stage of the full test and says how it went.

import { spawn } from 'node:child_process'
import { globSync, readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Outcome, readPlaywrightReport, readVitestReport } from './read-report.ts'
import type { Stage } from './stages.ts'
import { type Verdict, verdictOnCheck, verdictOnTests } from './verdict.ts'

/** A stage's verdict, with its name and how long it took. */
export type Result = Verdict & { readonly name: string; readonly seconds: number }

/** Runs a stage with its output on the terminal. */
export async function runStage(stage: Stage): Promise<Result> {
  const started = performance.now()
  const verdict = stage.tests
    ? await runTests(stage, stage.tests)
    : verdictOnCheck(await run(stage))
  return { ...verdict, name: stage.script, seconds: (performance.now() - started) / 1_000 }
}

async function runTests(stage: Stage, tests: NonNullable<Stage['tests']>): Promise<Verdict> {
  const files = globSync(tests.files, { exclude: ['**/node_modules/**'] }).map(file =>
    resolve(file),
  )
  rmSync(tests.report, { force: true })
  const exitCode = await run(stage)
  return verdictOnTests(exitCode, readReport(tests), files)
}

function readReport({ runner, report }: NonNullable<Stage['tests']>): Outcome | undefined {
  try {
    const content = JSON.parse(readFileSync(report, 'utf8'))
    return runner === 'vitest' ? readVitestReport(content) : readPlaywrightReport(content)
  } catch {
    return undefined
  }
}

function run({ script, args = [] }: Stage): Promise<number> {
  return new Promise(resolve => {
    const child = spawn('pnpm', ['run', script, ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.once('error', error => {
      console.error(`pnpm could not be started (${error.message}). Use: npx --yes pnpm@12 test`)
      resolve(1)
    })
    child.once('close', code => resolve(code ?? 1))
  })
}
