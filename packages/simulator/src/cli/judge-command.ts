// The command smartcar-connect-simulator judge: judges a backend, and says what it broke.

import { parseArgs } from 'node:util'
import type { JudgeOptions } from '../judge/bench.ts'
import { judgeBackend } from '../judge/judge.ts'

const help = `Usage: smartcar-connect-simulator judge ADDRESS --login HEADER --login HEADER [options]

Judges the backend at ADDRESS, such as http://localhost:3000/api/smartcar, by
https://smartcar-connect.github.io/backend-contract. A simulator has to run, and
the backend has to use it in the place of Smartcar.

  --login HEADER            a login of your app, such as "Cookie: session=…";
                            give two, of two people
  --origin ORIGIN           the origin of your pages (that of ADDRESS)
  --management-token TOKEN  judge the webhook as well
  --help                    print this and end`

const marks = { holds: 'ok     ', broken: 'BROKEN ', skipped: 'skipped' } as const

/** @throws {Error} with a plain message for arguments that cannot work */
export async function runJudge(args: readonly string[]): Promise<void> {
  const options = readOptions(args)
  if (options === undefined) {
    console.log(help)
    return
  }
  const verdicts = await judgeBackend(options, ({ part, rule, result, why }) => {
    console.log(`${marks[result]} ${part}: ${rule}`)
    if (why !== undefined) console.log(`        ${why}`)
  })
  const broken = verdicts.filter(({ result }) => result === 'broken')
  const skipped = verdicts.filter(({ result }) => result === 'skipped')
  const held = verdicts.length - broken.length - skipped.length
  console.log(`\n${held} hold, ${broken.length} are broken, ${skipped.length} were not judged.`)
  if (broken.length > 0) process.exitCode = 1
}

function readOptions(args: readonly string[]): JudgeOptions | undefined {
  const { values, positionals } = parse(args)
  if (values.help) return undefined
  const [address = ''] = positionals
  const [first, second, ...others] = values.login ?? []
  if (!/^https?:/.test(address) || !URL.canParse(address) || positionals.length > 1) {
    throw new Error(
      'judge needs the address of one backend, so nothing was judged. --help says more.',
    )
  }
  const isHeader = [first, second].every(login => /^[\w-]+:\s*\S/.test(login ?? ''))
  if (first === undefined || second === undefined || others.length > 0 || !isHeader) {
    throw new Error(
      'judge needs two --login headers, because it tries to take one person’s car for another, so nothing was judged. --help says more.',
    )
  }
  return {
    backend: address.replace(/\/+$/, ''),
    origin: values.origin ?? new URL(address).origin,
    logins: [first, second],
    managementToken: values['management-token'],
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        login: { type: 'string', multiple: true },
        origin: { type: 'string' },
        'management-token': { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    const problem = error instanceof Error ? error.message.split('. ', 1)[0] : 'Wrong arguments'
    throw new Error(`${problem}, so nothing was judged. --help says more.`, { cause: error })
  }
}
