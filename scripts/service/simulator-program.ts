// Where the simulator's command line is.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../packages/simulator', import.meta.url))

/** The file that Node runs for `smartcar-connect-simulator`, as the package names it. */
export function simulatorProgram(): string {
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, bin['smartcar-connect-simulator'])
}
