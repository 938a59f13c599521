// Builds the whole site into dist/docs: pages, reference and Storybook, and checks what came out. `--pages`: without Storybook.

import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { deadLinks, missingAnchors, remoteResources } from './site-faults.ts'

const { values } = parseArgs({ options: { pages: { type: 'boolean', default: false } } })
const folder = 'dist/docs'

function run(command: string, args: readonly string[]): void {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' })
  if (status !== 0) throw error ?? new Error(`${command} ${args.join(' ')} failed.`)
}

rmSync(folder, { recursive: true, force: true })
if (existsSync('apps/reference/package.json')) run('pnpm', ['--filter', 'reference', 'build'])
run('pnpm', ['--filter', 'docs', 'build'])
if (values.pages) {
  mkdirSync(join(folder, 'storybook'))
  writeFileSync(join(folder, 'storybook/index.html'), 'Built without Storybook.\n')
} else {
  run('storybook', ['build', '--output-dir', join(folder, 'storybook'), '--quiet'])
}

const paths = globSync('**/*.{html,css,js,json,svg}', { cwd: folder })
const files = new Map(
  paths.map(path => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]),
)
// A test of the Markdown wants a section for every name that a message uses.
const sections = readFileSync('docs/troubleshooting.md', 'utf8').matchAll(/^### (\w+)$/gm)
const names = [...sections].map(([, name = '']) => name)
const faults = [
  ...deadLinks(files),
  ...remoteResources(files),
  ...missingAnchors('troubleshooting', names, files),
]
for (const fault of faults) console.error(fault)
console.log(
  `Site: ${files.size} files, ${names.length} anchors of messages, ${faults.length} faults`,
)
if (faults.length > 0) process.exitCode = 1
