// For tests: an exchange handler whose token endpoint answers what a test says.

import { createExchangeHandler } from '../src/exchange/exchange-handler.ts'
import type { ExchangeHandlerOptions } from '../src/exchange/exchange-options.ts'
import type { RequestHandler } from '../src/http/request-handler.ts'
import type { ServerEvent } from '../src/server-event.ts'
import { tokenAnswer, vehicleAnswer } from './honest-provider.ts'

/** A handler, everything that it sent to the token endpoint, and its events. */
export type TestExchange = {
  handler: RequestHandler
  sent: Request[]
  events: ServerEvent[]
}

/** Creates a handler; its vehicle API is honest. */
export function createExchange(
  answer: (request: Request) => Response | Promise<Response> = tokenAnswer,
  options: Partial<ExchangeHandlerOptions<unknown>> = {},
): TestExchange {
  const sent: Request[] = []
  const events: ServerEvent[] = []
  const handler = createExchangeHandler<unknown>({
    clientId: 'id',
    clientSecret: 'canary-secret',
    redirectUri: 'http://localhost:5173/smartcar-redirect.html',
    origins: 'http://localhost:5173',
    onTokens: async () => ({ cars: 1 }),
    fetch: async request => {
      if (!request.url.endsWith('/oauth/token')) return vehicleAnswer(request)
      sent.push(request)
      return answer(request)
    },
    onEvent: event => events.push(event),
    ...options,
  })
  return { handler, sent, events }
}
