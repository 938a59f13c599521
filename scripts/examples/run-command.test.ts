// Tests of run-command: what it wrote, why it failed, and nothing of pnpm's in its environment.

import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { runCommand } from './run-command.ts'

function run(script: string, env = {}) {
  return runCommand(['node', '--eval', script], tmpdir(), env)
}

test('returns what a command wrote', async () => {
  expect(await run('console.log(process.env.GIVEN)', { GIVEN: 'value' })).toBe('value\n')
})

test('says how a command failed, with what it wrote', async () => {
  const failing = run('console.log("on the way"); console.error("no such file"); process.exit(3)')
  await expect(failing).rejects.toThrow(/ended with code 3:\n(.*\n)*?on the way/)
  await expect(failing).rejects.toThrow('no such file')
})

test('says that there is no such command', async () => {
  const missing = runCommand(['no-such-command-here'], tmpdir(), {})
  await expect(missing).rejects.toThrow('no-such-command-here could not be started')
})

test('gives a command nothing that npm would take for a setting', async () => {
  const names = 'console.log(Object.keys(process.env).filter(name => /^p?npm_/i.test(name)).join())'
  process.env.npm_config_example = 'yes'
  process.env.pnpm_config_example = 'yes'
  try {
    expect(await run(names)).toBe('\n')
  } finally {
    delete process.env.npm_config_example
    delete process.env.pnpm_config_example
  }
})
