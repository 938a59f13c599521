// Runs the recipes in docs/recipes that are no examples, from the packed packages: `test:recipes [NAME …]`.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startRegistry } from '../examples/package-registry.ts'
import { packPackages } from '../examples/packed-packages.ts'
import { runCommand } from '../examples/run-command.ts'
import { runRecipe } from './run-recipe.ts'
import { type RunRecipe, runRecipes } from './runtimes.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { verbose: { type: 'boolean', default: false } },
})

function chosen(): readonly RunRecipe[] {
  const names = runRecipes.map(({ name }) => name)
  const unknown = positionals.filter(name => !names.includes(name))
  if (unknown.length > 0) {
    throw new Error(`No such recipe is run: ${unknown.join(', ')}. There are: ${names.join(', ')}.`)
  }
  return runRecipes.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
}

async function runAll(registry: string): Promise<number> {
  let failed = 0
  for (const recipe of chosen()) {
    const started = performance.now()
    function line(sign: string): string {
      const seconds = ((performance.now() - started) / 1_000).toFixed(1)
      return `${sign} ${recipe.name.padEnd(20)}${seconds.padStart(6)} s`
    }
    try {
      await runRecipe(recipe, registry, values.verbose)
      console.log(line('✓'))
    } catch (error) {
      failed += 1
      console.log(line('✗'))
      console.error(error instanceof Error ? error.message : error)
    }
  }
  return failed
}

const scratch = mkdtempSync(join(tmpdir(), 'smartcar-connect-recipes-'))
try {
  const recipes = chosen()
  const elsewhere = (await runCommand(['npm', 'config', 'get', 'registry'], tmpdir(), {})).trim()
  const registry = await startRegistry(packPackages(scratch), elsewhere)
  try {
    const failed = await runAll(registry.origin)
    if (failed > 0) process.exitCode = 1
    console.log(`Recipes: ${recipes.length} run, ${failed} failed`)
  } finally {
    registry.stop()
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  rmSync(scratch, { recursive: true })
}
