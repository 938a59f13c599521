// What every endpoint does around its own work: judge its options, and let other origins in.

import { isProduction } from '../options/is-production.ts'
import { judgeOnce } from '../options/judge-once.ts'
import { problemOutcome } from '../problems/problem-outcome.ts'
import { setUpProblem } from '../problems/set-up-problem.ts'
import type { SimulatorOptions } from '../provider/simulator-option.ts'
import type { Report } from '../reporting/reporter.ts'
import { checkResponse } from './check-request.ts'
import { allowReading, type CrossOrigin, preflightResponse } from './cross-origin.ts'
import { outcomeResponse } from './outcome-response.ts'

/** An endpoint: a function from `Request` to `Response` that never rejects. */
export type RequestHandler = ((request: Request) => Promise<Response>) & {
  /**
   * Judges the options now instead of at the first request. Call it when the server starts.
   *
   * Nothing is judged or opened when the handler is created, so that it can stand at the top of a
   * module that a build loads too, where secrets are missing.
   *
   * @throws {TypeError} naming the option that cannot work.
   */
  check(): Promise<void>
}

/** What one endpoint does. */
export type Endpoint<C> = {
  /** The events of this endpoint's failures. */
  failed: 'exchange_failed' | 'session_failed'
  /** The options that are about a simulator, and the store that the endpoints of an app share. */
  options: SimulatorOptions & { store?: object }
  /** Checks the options. @throws {TypeError} naming the option that is wrong. */
  judge: () => C | Promise<C>
  /** Answers a request; never rejects. */
  answer: (configuration: C, request: Request) => Promise<Response>
  /** Reports events. */
  report: Report
}

// A backend is several endpoints with one store, and the operator is told once about all of them.
const toldOfSimulator = new WeakSet<object>()

/** Creates an endpoint whose options are judged at its first request. */
export function createRequestHandler<C extends { cross: CrossOrigin }>(
  endpoint: Endpoint<C>,
): RequestHandler {
  const { failed, options, answer, report } = endpoint
  const judged = judgeOnce(async () => {
    const configuration = await endpoint.judge()
    const app = options.store ?? endpoint
    if (isProduction() && options.allowSimulatorInProduction && !toldOfSimulator.has(app)) {
      toldOfSimulator.add(app)
      report({ type: 'simulator_in_production' })
    }
    return configuration
  })

  function refuse(thrown: unknown): Response {
    const { problem, failure } = setUpProblem(thrown)
    const outcome = problemOutcome(problem)
    report({ type: failed, problem, status: outcome.status, ...failure })
    return outcomeResponse(outcome)
  }

  async function handle(request: Request): Promise<Response> {
    let configuration: C
    try {
      configuration = await judged()
    } catch (thrown) {
      return refuse(thrown)
    }
    const { cross } = configuration
    const preflight = preflightResponse(cross, request)
    if (preflight) return preflight
    const checked = await checkResponse(cross, request)
    return allowReading(cross, request, checked ?? (await answer(configuration, request)))
  }

  async function check(): Promise<void> {
    await judged()
  }

  return Object.assign(handle, { check })
}
