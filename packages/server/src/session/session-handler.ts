// The backend endpoint that starts a session.

import { createRequestHandler, type RequestHandler } from '../http/request-handler.ts'
import { createReporter } from '../reporting/reporter.ts'
import { sessionConfiguration } from './session-configuration.ts'
import type { SessionHandlerOptions } from './session-options.ts'
import { startSession } from './start-session.ts'

/**
 * Creates the endpoint that the option `session: '/api/…'` of the browser fetches ahead of the click.
 *
 * The state token is made here and counts only with its cookie in this browser and this app session,
 * so that nobody can complete a session that another person started.
 *
 * The options are judged at the first request, or by `check()`. What is wrong with them is answered as
 * `configuration` (500); its message goes to `onEvent`, else to the console.
 *
 * @returns a function from `Request` to `Response`; it never rejects.
 * @see https://datatracker.ietf.org/doc/html/rfc9700#section-4.7
 */
export function createSessionHandler(options: SessionHandlerOptions): RequestHandler {
  const report = createReporter(options.onEvent)
  return createRequestHandler({
    failed: 'session_failed',
    options,
    judge: () => sessionConfiguration(options),
    answer: (configuration, request) => startSession(configuration, request, report),
    report,
  })
}
