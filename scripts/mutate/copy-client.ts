// A copy of the client and its tests, in which code can be broken without harm.

import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** The copy; it is deleted when this process ends. */
export type ClientCopy = {
  /** The root of the workspace. */
  readonly root: string
  /** The client's `src`. */
  readonly sources: string
  /**
   * Builds the redirect page from the sources as they are now.
   *
   * @throws {Error} if it cannot be built
   */
  readonly buildRedirectPage: () => void
}

const copied = [
  'packages/client',
  'scripts',
  'package.json',
  'pnpm-workspace.yaml',
  'tsconfig.base.json',
]
const linked = ['node_modules', 'packages/client/node_modules']

/** Copies what git knows of, changes that are not committed included. */
export function copyClient(): ClientCopy {
  const root = mkdtempSync(join(tmpdir(), 'smartcar-connect-mutate-'))
  process.once('exit', () => rmSync(root, { recursive: true, force: true }))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

  const listed = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--']
  const { stdout } = spawnSync('git', [...listed, ...copied], { encoding: 'utf8' })
  for (const path of stdout.split('\0').filter(path => path && existsSync(path))) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    cpSync(path, join(root, path))
  }
  for (const folder of linked) symlinkSync(resolve(folder), join(root, folder))

  const client = join(root, 'packages/client')
  return {
    root,
    sources: join(client, 'src'),
    buildRedirectPage() {
      const { scripts } = JSON.parse(readFileSync(join(client, 'package.json'), 'utf8'))
      const [, ...args] = scripts['redirect-page'].split(' ')
      const { status, stderr } = spawnSync(process.execPath, args, {
        cwd: client,
        encoding: 'utf8',
      })
      if (status !== 0) throw new Error(`The redirect page cannot be built. ${stderr}`)
    },
  }
}
