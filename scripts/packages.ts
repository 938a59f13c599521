// Packs every package as for publishing, and checks what a user would install. Build first.

import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createContext, runInContext } from 'node:vm'
import { appTypeFaults } from './packages/app-types.ts'
import { exportTargets } from './packages/export-targets.ts'
import { packPackage } from './packages/pack-package.ts'
import { type PackedPackage, packageFaults } from './packages/package-faults.ts'

const scratch = mkdtempSync(join(tmpdir(), 'smartcar-connect-'))

function check(name: string): string[] {
  const source = resolve('packages', name)
  const { tarball, folder } = packPackage(source, scratch)
  const packed = readPacked(folder)
  return [
    ...run(bin('publint'), ['run', tarball, '--strict']),
    ...run(bin('attw'), [tarball, ...everyResolution, ...withoutAssets(packed)]),
    ...modules(packed).flatMap(path => importsInNode(join(source, path))),
    ...globSync('dist/script/*.js', { cwd: folder }).flatMap(path =>
      runsAsScript(join(folder, path)),
    ),
    ...packageFaults(packed),
  ]
}

function readPacked(folder: string): PackedPackage {
  const paths = globSync('dist/**/*.{js,d.ts}', { cwd: folder })
  return {
    manifest: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
    files: new Map(paths.map(path => [path, readFileSync(join(folder, path), 'utf8')])),
  }
}

function modules({ manifest }: PackedPackage): string[] {
  const paths = exportTargets(manifest.exports).map(([, path]) => path)
  return paths.filter(path => path.endsWith('.js'))
}

// No module may touch `window` as it loads: apps load them on servers too.
function importsInNode(path: string): string[] {
  const load = `await import(${JSON.stringify(pathToFileURL(path).href)})`
  return run(process.execPath, ['--input-type=module', '--eval', load])
}

// A `<script>` without a type imports nothing, and its variables are the page's.
function runsAsScript(path: string): string[] {
  const page = createContext({})
  runInContext(readFileSync(path, 'utf8'), page)
  const isThere = runInContext('typeof SmartcarConnect.createConnect', page) === 'function'
  return isThere ? [] : [`${path} makes no SmartcarConnect.createConnect.`]
}

// All that tools look for, old ones too. `require()` of a module works since Node 20.19.
const everyResolution = ['--profile', 'strict', '--ignore-rules', 'cjs-resolves-to-esm']

// attw knows modules only; pages and style sheets are there for publint to find.
function withoutAssets({ manifest }: PackedPackage): string[] {
  const assets = exportTargets(manifest.exports).filter(([, path]) => !/\.(js|d\.ts)$/.test(path))
  return assets.length > 0 ? ['--exclude-entrypoints', ...assets.map(([entry]) => entry)] : []
}

function bin(name: string): string {
  return resolve('node_modules/.bin', name)
}

function run(command: string, args: readonly string[]): string[] {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: scratch,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '0' },
  })
  if (status === 0) return []
  return [`${command} ${args.join(' ')} failed:\n${error?.message ?? stdout + stderr}`]
}

try {
  for (const name of readdirSync('packages')) {
    const faults = check(name)
    console.log(`${faults.length === 0 ? '✓' : '✗'} ${name}`)
    for (const fault of faults) console.error(fault)
    if (faults.length > 0) process.exitCode = 1
  }
  const faults = appTypeFaults()
  console.log(`${faults.length === 0 ? '✓' : '✗'} an app in TypeScript`)
  for (const fault of faults) console.error(fault)
  if (faults.length > 0) process.exitCode = 1
} finally {
  rmSync(scratch, { recursive: true })
}
