// Runs the examples in apps/examples as a new user would, from packed packages: `test:examples [NAME …]`. `--lock` writes their lockfiles anew.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import { headlessLaunch } from './browser/browser-launch.ts'
import { lock } from './examples/install.ts'
import { lockFaults } from './examples/lock-faults.ts'
import { type PackageRegistry, startRegistry } from './examples/package-registry.ts'
import { type PackedPackage, packPackages } from './examples/packed-packages.ts'
import { type Example, examples } from './examples/programs.ts'
import { runCommand } from './examples/run-command.ts'
import { runExample } from './examples/run-example.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lock: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
})

function chosen(): readonly Example[] {
  const names = examples.map(({ name }) => name)
  const unknown = positionals.filter(name => !names.includes(name))
  if (unknown.length > 0) {
    throw new Error(`There is no example ${unknown.join(', ')}. There are: ${names.join(', ')}.`)
  }
  return examples.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
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
    await lock(resolve('apps/examples', name), registry.origin, ours)
    console.log(`✓ ${name}`)
  }
}

async function runAll(registry: PackageRegistry): Promise<number> {
  const browser = await chromium.launch(headlessLaunch())
  let failed = 0
  for (const example of chosen()) {
    const started = performance.now()
    function line(sign: string, rest: string): string {
      const seconds = ((performance.now() - started) / 1_000).toFixed(1)
      return `${sign} ${example.name.padEnd(16)}${seconds.padStart(6)} s  ${rest}`
    }
    try {
      const workbench = { registry: registry.origin, browser, verbose: values.verbose }
      const times = Object.entries(await runExample(example, workbench))
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
  const examples = chosen()
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
      console.log(`Examples: ${examples.length} run, ${failed} faults`)
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
