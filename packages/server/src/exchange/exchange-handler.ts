// The backend endpoint of an exchange.

import { createRequestHandler, type RequestHandler } from '../http/request-handler.ts'
import { createReporter } from '../reporting/reporter.ts'
import { exchangeConfiguration } from './exchange-configuration.ts'
import type { ExchangeHandlerOptions } from './exchange-options.ts'
import { runExchange } from './run-exchange.ts'

/**
 * Creates the endpoint that the option `exchange: '/api/…'` of the browser posts to.
 *
 * It refuses every request that is not from the app's own page, sends a code to the provider at most
 * once, asks the provider whose vehicle it is, hands the tokens to `onTokens`, and answers a
 * repeated post with the stored outcome.
 *
 * The options are judged at the first request, or by `check()`. What is wrong with them is answered as
 * `configuration` (500); its message goes to `onEvent`, else to the console.
 *
 * Danger: the tokens that `onTokens` gets must stay on the server, encrypted; see
 * `createTokenVault`.
 *
 * @returns a function from `Request` to `Response`; it never rejects.
 * @see https://datatracker.ietf.org/doc/html/rfc9700
 * @example
 * const exchange = createExchangeHandler({
 *   clientId, clientSecret, store, origins: 'https://app.example.com',
 *   redirectUri: 'https://app.example.com/smartcar-redirect.html', appSession: userOf,
 *   onTokens: async (tokens, { appSession, vehicles }) => { await save(appSession, tokens) },
 * })
 * app.post('/api/smartcar/exchange', context => exchange(context.req.raw))
 */
export function createExchangeHandler<T>(options: ExchangeHandlerOptions<T>): RequestHandler {
  const { clientId, clientSecret = '', machine } = options
  const report = createReporter(options.onEvent, [{ clientId, clientSecret }, machine])
  return createRequestHandler({
    failed: 'exchange_failed',
    options,
    judge: () => exchangeConfiguration(options),
    answer: (configuration, request) => runExchange(configuration, request, report),
    report,
  })
}
