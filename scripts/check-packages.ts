// Packs every package as for publishing, and checks what a user would install. Build first.
import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { packageFaults } from './package-faults.ts'

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
  const source = resolve('packages', name)
  const tarball = join(scratch, `${name}.tgz`)
  const faults = run('pnpm', ['pack', '--out', tarball], source)
  if (faults.length > 0) return faults
  const unpacked = mkdtempSync(join(scratch, `${name}-`))
  return [
    ...run(bin('publint'), ['run', tarball, '--strict'], scratch),
    ...run(bin('attw'), [tarball, '--profile', 'esm-only'], scratch),
    ...run('tar', ['-xzf', tarball, '-C', unpacked], scratch),
    ...packageFaults(readPacked(join(unpacked, 'package'))),
  ]
}

function readPacked(folder: string) {
  const paths = globSync('dist/**/*.{js,d.ts}', { cwd: folder })
  return {
    manifest: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
    files: new Map(paths.map(path => [path, readFileSync(join(folder, path), 'utf8')])),
  }
}

for (const name of readdirSync('packages')) {
  const faults = check(name)
  console.log(`${faults.length === 0 ? '✓' : '✗'} ${name}`)
  for (const fault of faults) console.error(fault)
  if (faults.length > 0) process.exitCode = 1
}
rmSync(scratch, { recursive: true })
