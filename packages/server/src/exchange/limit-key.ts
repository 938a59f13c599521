// Who sends a grant, where the app says so.

import { sha256 } from '../crypto/sha256.ts'
import { callApp } from '../reporting/call-app.ts'
import { StepError } from '../reporting/failure.ts'

/** Returns who sends a request, such as its address, or `undefined` where that is not known. */
export type LimitKey = (request: Request) => string | undefined | Promise<string | undefined>

/**
 * Finds who sends a request, and hashes it, so that no address is kept.
 *
 * @returns the hash, or `undefined` where the sender is not known.
 * @throws {StepError} when the function of the app fails, takes too long, or returns what is no text.
 */
export async function findLimitKeyHash(
  limitKey: LimitKey | undefined,
  request: Request,
  timeoutMs: number,
): Promise<string | undefined> {
  if (limitKey === undefined) return undefined
  const sender: unknown = await callApp('limitKey', () => limitKey(request), timeoutMs)
  if (sender === undefined || sender === null || sender === '') return undefined
  if (typeof sender === 'string') return sha256(JSON.stringify(['limit', sender]))
  throw new StepError(
    'limitKey',
    new TypeError(
      `limitKey returned a ${typeof sender}, so senders could not be told apart. Return a text, or undefined.`,
    ),
  )
}
