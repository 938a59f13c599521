// Judges a backend in any language by the contract, with the simulator in the place of Smartcar.

import { createBench, type JudgeOptions, type Rule } from './bench.ts'
import { exchangeRules } from './exchange-rules.ts'
import { pageRules } from './page-rules.ts'
import { sessionRules } from './session-rules.ts'
import { webhookRules } from './webhook-rules.ts'

/** What came out of one rule. */
export type Verdict = Pick<Rule, 'part' | 'rule'> & {
  readonly result: 'holds' | 'broken' | 'skipped'
  /** What is wrong, or why it was not judged. */
  readonly why?: string
}

// The parts that an app may do without.
const optional: readonly Rule['part'][] = ['connections', 'disconnect', 'events']

/**
 * Judges a backend, one rule after the other.
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
  for (const rule of [...sessionRules, ...exchangeRules, ...pageRules, ...webhookRules]) {
    const verdict = { part: rule.part, rule: rule.rule, ...(await judge(rule)) }
    verdicts.push(verdict)
    tell(verdict)
  }
  return verdicts

  async function judge(rule: Rule): Promise<Omit<Verdict, 'part' | 'rule'>> {
    const { part, run } = rule
    if (part === 'webhook' && !options.managementToken) {
      return { result: 'skipped', why: 'no management token was given' }
    }
    // The rules of the endpoints for components look at the list of cars.
    const needed = pageRules.includes(rule) ? (['connections', part] as const) : [part]
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
