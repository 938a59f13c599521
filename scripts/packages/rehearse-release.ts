// Does what a release does, up to the packed files, in a copy: versions, changelogs, lockfiles, build, checks, tarballs.

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const out = resolve('dist/release')
const copy = mkdtempSync(join(tmpdir(), 'smartcar-connect-release-'))

function run(command: string, ...args: string[]): void {
  console.log(`\n$ ${command} ${args.join(' ')}`)
  const { status } = spawnSync(command, args, {
    cwd: copy,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}.`)
}

try {
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  console.log(`A copy of the last commit: what is not committed is not released.`)
  run('git', 'clone', '--quiet', '--no-hardlinks', process.cwd(), '.')
  run('pnpm', 'install', '--frozen-lockfile')
  run('pnpm', 'run', 'release:version') // builds, too
  run('pnpm', 'run', 'packages')
  for (const name of readdirSync(join(copy, 'packages'))) {
    run('pnpm', '--dir', join(copy, 'packages', name), 'pack', '--pack-destination', out)
  }
  console.log('\nA release would publish:')
  for (const file of readdirSync(out)) {
    console.log(`  ${file.padEnd(44)}${(statSync(join(out, file)).size / 1_000).toFixed(1)} kB`)
  }
  const changelog = readFileSync(join(copy, 'packages/client/CHANGELOG.md'), 'utf8')
  console.log(
    `\nThe changelog of smartcar-connect begins:\n\n${changelog.split('\n').slice(0, 12).join('\n')}`,
  )
} finally {
  rmSync(copy, { recursive: true, force: true })
}
