// The command, as a person runs it: on files, with what can be wrong about them.

import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const old = `import Smartcar from '@smartcar/auth'
const done = (err, code) => err ?? code
const car = new Smartcar({
  clientId: 'id',
  redirectUri: '/back',
  onComplete: done,
})
car.openDialog()
`

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'codemod-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(path: string, text: string | Uint8Array): string {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  return file
}

function read(path: string): string {
  return readFileSync(join(folder, path), 'utf8')
}

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'cli.ts'), ...args],
    { cwd: folder, encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}

test('writes nothing without --write, and tells what it would do', () => {
  write('app.js', old)
  const { status, stdout } = run('.')
  expect(status).toBe(0)
  expect(read('app.js')).toBe(old)
  expect(stdout).toMatch(
    /^app\.js: to change, 1 instance moved, 3 left to you\n {2}2 {2}`err` is a/,
  )
  expect(stdout).toContain('1 file to change, 1 instance moved, 3 lines left to you.\n')
  expect(stdout).toContain('Nothing was written.')
})

test('with --write, changes the files; a second run changes nothing', () => {
  write('src/app.js', old)
  chmodSync(join(folder, 'src/app.js'), 0o755)
  expect(run('--write', 'src').stdout).toContain('1 file changed, 1 instance moved, 3 lines left')
  const text = read('src/app.js')
  expect(text).toContain('createConnect({')
  expect(statSync(join(folder, 'src/app.js')).mode & 0o777).toBe(0o755)
  const again = run('--write', 'src')
  expect(again.stdout).toContain('src/app.js: as it was, 0 instances moved, 3 left to you')
  expect(read('src/app.js')).toBe(text)
})

test('leaves node_modules and hidden folders alone, however they are named', () => {
  for (const path of ['node_modules/a/index.js', 'src/node_modules/b.js', '.cache/app.js']) {
    write(path, old)
  }
  symlinkSync(join(folder, 'node_modules/a'), join(folder, 'linked'))
  const { status, stdout, stderr } = run('--write', '.', 'node_modules/a', 'linked')
  expect(stdout).toContain('0 files changed')
  expect(stderr.match(/It is in node_modules/g)).toHaveLength(2)
  expect(status).toBe(1)
  for (const path of ['node_modules/a/index.js', 'src/node_modules/b.js', '.cache/app.js']) {
    expect(read(path)).toBe(old)
  }
})

test('tells of files that cannot be read or understood, and goes on with the others', () => {
  write('a.js', `${old}<<<<<<< HEAD\n`)
  write('b.js', new Uint8Array([0x2f, 0x2f, 0xff, 0x0a]))
  write('c.js', old)
  const { status, stdout, stderr } = run('--write', '.', 'missing.js')
  expect(status).toBe(1)
  expect(stderr).toMatch(/^a\.js: It could not be parsed, so it was left as it is: .*\(9:\d\)$/m)
  expect(stderr).toMatch(/^b\.js: It could not be read: it is not UTF-8\.$/m)
  expect(stderr).toMatch(/^missing\.js: It could not be read: ENOENT/m)
  expect(stdout).toContain('1 file changed')
  expect(read('a.js')).toBe(`${old}<<<<<<< HEAD\n`)
  expect(read('c.js')).toContain('createConnect({')
})

test('keeps a byte order mark, and takes each file once', () => {
  write('app.js', `\uFEFF${old}`)
  expect(run('.', 'app.js', './app.js').stdout).toContain('1 file to change')
  run('--write', '.')
  expect(read('app.js')).toMatch(/^\uFEFFimport \{ createConnect \}/)
})

test('reads pages, and tells of files that it does not read', () => {
  write('index.html', '<script src="https://javascript-sdk.smartcar.com/2.14.1/sdk.js"></script>\n')
  write('App.vue', "<script>\nimport Smartcar from '@smartcar/auth'\n</script>\n")
  write('Other.vue', '<template></template>\n')
  const { stdout } = run('.')
  expect(stdout).toContain(
    'App.vue: as it was, 0 instances moved, 1 left to you\n  2  files of this kind',
  )
  expect(stdout).toContain(
    'index.html: to change, 0 instances moved, 1 left to you\n  1  take this',
  )
  expect(stdout).not.toContain('Other.vue')
})

test.each([
  [['--wrong'], /Unknown option '--wrong'.*\nNothing was done/s],
  [[], /No path was given/],
])('ends with 2 for %j', (args, message) => {
  const { status, stderr } = run(...args)
  expect(status).toBe(2)
  expect(stderr).toMatch(message)
})

test('--help ends with 0', () => {
  expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('Usage:') })
})
