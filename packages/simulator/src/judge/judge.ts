// Judges a backend in any language by the contract, with the simulator in the place of Smartcar.

import { type Check, createBench, type JudgeOptions } from './bench.ts'
import { exchangeChecks } from './exchange-checks.ts'
import { pageChecks } from './page-checks.ts'
import { sessionChecks } from './session-checks.ts'
import { webhookChecks } from './webhook-checks.ts'

/** What came out of one check. */
export type Verdict = Pick<Check, 'part' | 'rule'> & {
  readonly result: 'holds' | 'broken' | 'skipped'
  /** What is wrong, or why it was not judged. */
  readonly why?: string
}

// The parts that an app may do without.
const optional: readonly Check['part'][] = ['connections', 'disconnect', 'events']

/**
 * Judges a backend, one check after the other.
 *
 * @param tell gets each verdict as it is there
 * @returns all of them
 * @see https://smartcar-connect.github.io/backend-contract
 */
export async function judgeBackend(
  options: JudgeOptions,
  tell: (verdict: Verdict) => void = () => {},
): Promise<readonly Verdict[]> {
  const bench = createBench(options)
  const missing = await missingParts()
  const verdicts: Verdict[] = []
  for (const check of [...sessionChecks, ...exchangeChecks, ...pageChecks, ...webhookChecks]) {
    const verdict = { part: check.part, rule: check.rule, ...(await judge(check)) }
    verdicts.push(verdict)
    tell(verdict)
  }
  return verdicts

  async function judge(check: Check): Promise<Omit<Verdict, 'part' | 'rule'>> {
    const { part, run } = check
    if (part === 'webhook' && !options.managementToken) {
      return { result: 'skipped', why: 'no management token was given' }
    }
    // The rules of the endpoints for components look at the list of cars.
    const needed = pageChecks.includes(check) ? (['connections', part] as const) : [part]
    const lacking = needed.find(name => missing.has(name))
    if (lacking !== undefined) return { result: 'skipped', why: `there is no ${lacking}` }
    try {
      const why = await run(bench)
      return why === undefined ? { result: 'holds' } : { result: 'broken', why }
    } catch (error) {
      return { result: 'broken', why: error instanceof Error ? error.message : String(error) }
    }
  }

  async function missingParts(): Promise<ReadonlySet<string>> {
    const found = new Set<string>()
    for (const part of optional) {
      const page = bench.page()
      const asked = part === 'disconnect' ? page.post(part, {}) : page.get(part, { login: null })
      const status = await asked.then(
        answer => answer.status,
        () => 0,
      )
      if (status === 404) found.add(part)
    }
    return found
  }
}
