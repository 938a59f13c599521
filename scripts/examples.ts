// Runs the examples in apps/examples and the quickstarts as a new user would, from packed packages: `test:examples [NAME …]`. `--lock` writes their lockfiles anew.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import { headlessLaunch } from './browser/browser-launch.ts'
import type { Workbench } from './examples/connect-through.ts'
import { lock } from './examples/install.ts'
import { lockFaults } from './examples/lock-faults.ts'
import { type PackageRegistry, startRegistry } from './examples/package-registry.ts'
import { type PackedPackage, packPackages } from './examples/packed-packages.ts'
import { examples } from './examples/programs.ts'
import { runCommand } from './examples/run-command.ts'
import { runExample } from './examples/run-example.ts'
import { quickstarts, runQuickstart } from './examples/run-quickstart.ts'
import type { StepTimes } from './examples/timed-steps.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lock: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
})

type Run = {
  readonly name: string
  readonly run: (workbench: Workbench) => Promise<StepTimes>
}

/** The examples that were asked for, and the quickstarts of docs, which are more. */
function chosen(): readonly Run[] {
  const runs: readonly Run[] = [
    ...quickstarts.map(quickstart => ({
      name: quickstart.name,
      run: (workbench: Workbench) => runQuickstart(quickstart, workbench),
    })),
    ...examples.map(example => ({
      name: example.name,
      run: (workbench: Workbench) => runExample(example, workbench),
    })),
  ]
  const names = runs.map(({ name }) => name)
  const unknown = positionals.filter(name => !names.includes(name))
  if (unknown.length > 0) {
    throw new Error(`There is no example ${unknown.join(', ')}. There are: ${names.join(', ')}.`)
  }
  return runs.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
}

/** The lockfiles of all examples are looked at, whichever is run. */
function faultsOfLockfiles(packed: readonly PackedPackage[]): string[] {
  const ours = packed.map(({ manifest }) => manifest)
  return examples.flatMap(({ name }) => {
    const file = resolve('apps/examples', name, 'package-lock.json')
    return lockFaults(JSON.parse(readFileSync(file, 'utf8')), ours).map(
      fault => `${name}: ${fault} Run test:examples --lock.`,
    )
  })
}

async function writeLockfiles(
  packed: readonly PackedPackage[],
  registry: PackageRegistry,
): Promise<void> {
  const ours = packed.map(({ manifest }) => manifest)
  for (const { name } of chosen()) {
    if (!examples.some(example => example.name === name)) continue // a quickstart takes the newest
    await lock(resolve('apps/examples', name), registry.origin, ours)
    console.log(`✓ ${name}`)
  }
}

async function runAll(registry: PackageRegistry): Promise<number> {
  const browser = await chromium.launch(headlessLaunch())
  let failed = 0
  for (const { name, run } of chosen()) {
    const started = performance.now()
    function line(sign: string, rest: string): string {
      const seconds = ((performance.now() - started) / 1_000).toFixed(1)
      return `${sign} ${name.padEnd(23)}${seconds.padStart(6)} s  ${rest}`
    }
    try {
      const workbench = { registry: registry.origin, browser, verbose: values.verbose }
      const times = Object.entries(await run(workbench))
      console.log(
        line('✓', times.map(([step, seconds]) => `${step} ${seconds.toFixed(1)}`).join(' · ')),
      )
    } catch (error) {
      failed += 1
      console.log(line('✗', ''))
      console.error(error instanceof Error ? error.message : error)
    }
  }
  await browser.close()
  return failed
}

async function run(): Promise<void> {
  const runs = chosen()
  const scratch = mkdtempSync(join(tmpdir(), 'smartcar-connect-examples-'))
  try {
    const packed = packPackages(scratch)
    const registry = await startRegistry(packed, await usualRegistry())
    try {
      if (values.lock) return await writeLockfiles(packed, registry)
      const faults = faultsOfLockfiles(packed)
      for (const fault of faults) console.error(fault)
      const failed = (await runAll(registry)) + faults.length
      if (failed > 0) process.exitCode = 1
      console.log(`Examples: ${runs.length} run, ${failed} faults`)
    } finally {
      registry.stop()
    }
  } finally {
    rmSync(scratch, { recursive: true })
  }
}

async function usualRegistry(): Promise<string> {
  return (await runCommand(['npm', 'config', 'get', 'registry'], tmpdir(), {})).trim()
}

try {
  await run()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
