// For tests: a page that starts a session.

import type { SessionAnswer } from '../src/session/session-options.ts'
import { cookieAfter } from './cookie-jar.ts'
import { exchangeRequest } from './exchange-request.ts'

/** Who starts a session, and what the browser sends along. */
export type SessionStart = {
  user?: string | undefined
  /** The cookie of an earlier session in the same browser. */
  cookie?: string | undefined
  body?: object
}

/** Posts to a session handler; `cookie` is what the browser has afterwards. */
export async function postSession(
  handler: (request: Request) => Promise<Response>,
  { user, cookie, body = {} }: SessionStart = {},
): Promise<{ response: Response; cookie: string }> {
  const headers = { 'x-test-user': user, 'idempotency-key': undefined, cookie }
  const response = await handler(exchangeRequest(body, { headers }))
  return { response, cookie: cookieAfter(cookie ?? '', response) }
}

/** Posts to a session handler that accepts, and reads its answer. */
export async function startSession(
  handler: (request: Request) => Promise<Response>,
  start: SessionStart = {},
): Promise<SessionAnswer & { cookie: string }> {
  const { response, cookie } = await postSession(handler, start)
  return { ...((await response.json()) as SessionAnswer), cookie }
}
