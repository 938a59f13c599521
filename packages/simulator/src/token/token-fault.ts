// The faults of the token endpoint's answer that a scenario asks for.

import type { SimulatorContext } from '../http/context.ts'
import { jsonResponse } from '../http/json-response.ts'
import { otherOrigin } from '../http/other-origin.ts'
import type { TokenFault } from '../scenarios/scenario.ts'

/** What a token endpoint answers when all is well. */
export type TokenAnswer = {
  /** Opens the vehicles of the grant. */
  readonly access_token: string
  /** How the access token is sent. */
  readonly token_type: 'Bearer'
  /** Seconds that the access token lives. */
  readonly expires_in: number
  /** Gives new tokens, once, and for the grace after that. */
  readonly refresh_token: string
}

const slowMs = 3000

/** Answers with a fault. The tokens are real: a client that reads them all the same can use them. */
export async function faultyTokens(
  c: SimulatorContext,
  answer: TokenAnswer,
  fault: Exclude<TokenFault, 'make-refused'>,
): Promise<Response> {
  switch (fault) {
    case 'slow':
      await c.env.wait(slowMs)
      return jsonResponse(answer)
    case 'huge':
      return jsonResponse({ ...answer, filling: 'x'.repeat(5_000_000) })
    case 'html':
      return new Response('<!doctype html><title>Gateway</title><p>Please wait.</p>', {
        headers: { 'Content-Type': 'text/html; charset=utf-8' },
      })
    case 'redirected': {
      const location = `${otherOrigin(c.get('url'))}${c.env.basePath}/token-elsewhere`
      return new Response(null, { status: 307, headers: { Location: location } })
    }
    case 'malformed':
      return jsonText('{"access_token": "unfinished, token_type: Bearer}')
    case 'cut-off':
      return cutOff(JSON.stringify(answer))
    case 'empty':
      return jsonText('')
    case 'wrong-types':
      return jsonResponse({ ...answer, expires_in: '7200 seconds', refresh_token: ['list'] })
    case 'no-refresh-token': {
      const { refresh_token: _left, ...rest } = answer
      return jsonResponse(rest)
    }
    case 'server-error':
      return jsonResponse({ error: 'server_error', error_description: 'Something failed.' }, 500)
    case 'rate-limited':
      return jsonResponse(
        { error: 'rate_limited', error_description: 'Too many requests. Try again later.' },
        429,
        { 'Retry-After': '30' },
      )
  }
}

function jsonText(text: string): Response {
  return new Response(text, { headers: { 'Content-Type': 'application/json; charset=utf-8' } })
}

function cutOff(text: string): Response {
  let sent = false
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      // First half of the document, then the connection breaks.
      if (sent) controller.error(new Error('The connection was cut off, as the scenario asks.'))
      else controller.enqueue(new TextEncoder().encode(text.slice(0, text.length / 2)))
      sent = true
    },
  })
  return new Response(body, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      // The length is not known. A server that is told so sends the first half at once.
      'Transfer-Encoding': 'chunked',
    },
  })
}
