// What a session handler answers, in the place of the backend.

import { vi } from 'vitest'
import { createStateToken } from '../src/state/state-token.ts'

/** A session of the server's, on this page's origin. */
export function sessionAnswer(token: string = createStateToken()): Response {
  const url = `${location.origin}/oauth/authorize?response_type=none&state=${token}`
  return Response.json({ url, state: token, expiresInMs: 900_000 })
}

/** An address that no other test has asked: sessions are kept for the whole page. */
export function newAddress(): string {
  return `/api/${crypto.randomUUID()}`
}

/**
 * Replaces `fetch` by answers that wait to be given, in the order of the calls. An array of them and
 * the spy are returned.
 */
export function holdSessions() {
  const answers: ((answer?: Response) => void)[] = []
  const fetched = vi.spyOn(window, 'fetch').mockImplementation(
    () =>
      new Promise<Response>(resolve => {
        answers.push((answer = sessionAnswer()) => resolve(answer))
      }),
  )
  return { answers, fetched }
}

/** Replaces `window.open` by a window that stays open and does nothing. */
export function spyOnOpen() {
  const popup = { closed: false, focus() {}, close: vi.fn(), postMessage() {} }
  return vi.spyOn(window, 'open').mockReturnValue(popup as unknown as Window)
}
