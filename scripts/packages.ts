// Packs every package as for publishing, and checks what a user would install. Build first.
import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type PackedPackage, packageFaults } from './packages/package-faults.ts'

const scratch = mkdtempSync(join(tmpdir(), 'smartcar-connect-'))
const bin = (name: string) => resolve('node_modules/.bin', name)

function run(command: string, args: string[], folder: string): string[] {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '0' },
  })
  if (status === 0) return []
  return [`${command} ${args.join(' ')} failed:\n${error?.message ?? stdout + stderr}`]
}

function check(name: string): string[] {
  const tarball = join(scratch, `${name}.tgz`)
  const unpacked = mkdtempSync(join(scratch, `${name}-`))
  const notPacked = [
    ...run('pnpm', ['pack', '--out', tarball], resolve('packages', name)),
    ...run('tar', ['-xzf', tarball, '-C', unpacked], scratch),
  ]
  if (notPacked.length > 0) return notPacked
  const packed = readPacked(join(unpacked, 'package'))
  return [
    ...run(bin('publint'), ['run', tarball, '--strict'], scratch),
    ...run(bin('attw'), [tarball, '--profile', 'esm-only', ...withoutAssets(packed)], scratch),
    ...modules(packed).flatMap(path => importsInNode(resolve('packages', name, path))),
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
  return Object.values(manifest.exports).filter(target => target.endsWith('.js'))
}

// No module may touch `window` as it loads: apps load them on servers too.
function importsInNode(path: string): string[] {
  const load = `await import(${JSON.stringify(pathToFileURL(path).href)})`
  return run(process.execPath, ['--input-type=module', '--eval', load], scratch)
}

// attw knows modules only; pages and style sheets are there for publint to find.
function withoutAssets({ manifest }: PackedPackage): string[] {
  const assets = Object.entries(manifest.exports).filter(([, target]) => !target.endsWith('.js'))
  return assets.length > 0 ? ['--exclude-entrypoints', ...assets.map(([entry]) => entry)] : []
}

for (const name of readdirSync('packages')) {
  const faults = check(name)
  console.log(`${faults.length === 0 ? '✓' : '✗'} ${name}`)
  for (const fault of faults) console.error(fault)
  if (faults.length > 0) process.exitCode = 1
}
rmSync(scratch, { recursive: true })
