// Tests of the recipes: what they show is what is run, and they say truly by what.

import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { examples } from '../examples/programs.ts'
import { readRecipe } from './read-recipe.ts'
import { runRecipes } from './runtimes.ts'

const index = readFileSync('docs/recipes/index.md', 'utf8')
const names = globSync('docs/recipes/*.md')
  .map(path => basename(path, '.md'))
  .filter(name => name !== 'index')
  .sort()
const shown = examples.map(({ name }) => name)
const run = runRecipes.map(({ name }) => name)

function pageOf(name: string): string {
  return readFileSync(`docs/recipes/${name}.md`, 'utf8')
}

test('every recipe is an example or is run from its page, and the first page lists it', () => {
  expect(names).toEqual([...shown, ...run].sort())
  expect(names.filter(name => !index.includes(`](${name}.md)`))).toEqual([])
})

test.each(names)('%s says by what it is run', name => {
  const command = shown.includes(name) ? 'test:examples' : 'test:recipes'
  expect(readRecipe(pageOf(name)).runBy).toContain(`\`pnpm ${command} ${name}\``)
})

test.each(shown)('what the recipe %s shows is a piece of the example', name => {
  const { files } = readRecipe(pageOf(name))
  expect(files.length).toBeGreaterThan(1)
  for (const { path, code } of files) {
    expect(readFileSync(`apps/examples/${name}/${path}`, 'utf8')).toContain(code)
  }
})

test.each(shown)('the recipe %s installs what the example has, and nothing else', name => {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(`apps/examples/${name}/package.json`, 'utf8'),
  )
  const installed = readRecipe(pageOf(name))
    .commands.filter(([, word]) => word === 'install')
    .flatMap(words => words.slice(2).filter(word => !word.startsWith('--')))
  const all = Object.keys({ ...dependencies, ...devDependencies })
  expect(installed.filter(word => !all.includes(word))).toEqual([])
  const ours = all.filter(word => word.startsWith('smartcar-connect'))
  expect(ours.filter(word => !installed.includes(word))).toEqual([])
})

test.each(names)('the recipe %s is less than a page', name => {
  expect(pageOf(name).split('\n').length).toBeLessThan(100)
})
