// One command in a folder, to its end.

import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const commandGroup = fileURLToPath(new URL('../service/command-group.ts', import.meta.url))
const endWithParent = import.meta.resolve('../service/end-with-parent.ts')

/** The arguments with which Node runs a command that ends with all that it started. */
export function groupArgs(command: readonly string[]): string[] {
  return [commandGroup, ...command]
}

/**
 * Runs a command until it ends. It ends with this process, however that ends.
 *
 * @returns what it wrote
 * @throws {Error} with what it wrote, if it does not end well
 */
export function runCommand(
  command: readonly string[],
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const child = spawn(process.execPath, ['--import', endWithParent, ...groupArgs(command)], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', code => {
      if (code === 0) resolve(output)
      else reject(new Error(`${command.join(' ')} ended with code ${code}:\n${output.trimEnd()}`))
    })
  })
}
