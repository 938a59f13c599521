// Runs a command that starts commands, such as npm; when this process ends, all of them end.

import { spawn } from 'node:child_process'

const [command = '', ...args] = process.argv.slice(2)
// What pnpm adds for its scripts, npm would take for settings of its own.
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^p?npm_/i.test(name)),
)
const child = spawn(command, args, { env, stdio: 'inherit', detached: true })

process.once('exit', () => {
  try {
    process.kill(-(child.pid ?? Number.NaN), 'SIGKILL')
  } catch {
    // All of them have ended.
  }
})
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.once(signal, () => process.exit(1))
child.once('error', error => {
  console.error(`${command} could not be started: ${error.message}`)
  process.exitCode = 1
})
child.once('exit', code => process.exit(code ?? 1))
