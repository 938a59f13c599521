// Posts a document to the receiver of a webhook and tells how it answered.

import type { Simulation } from '../http/context.ts'
import { cut } from '../memory/cut.ts'
import { isDeliverable } from './webhook-settings.ts'

/** How a receiver answered, or why it did not. */
export type Outcome =
  | { readonly ok: true; readonly status: number; readonly text: string }
  | {
      readonly ok: false
      /** The status of the answer, if there was one. */
      readonly status?: number
      /** A sentence for the list of deliveries. */
      readonly problem: string
    }

/** How long a receiver may take, in milliseconds of real time. */
const deadlineMs = 15_000

const answerLimit = 10_000

/** Posts bytes. Any 2xx is a success, and a redirect is not followed. It never rejects. */
export async function postDocument(
  { deliver, hosts }: Simulation,
  uri: string,
  body: Uint8Array<ArrayBuffer>,
  signature?: string,
): Promise<Outcome> {
  // Kept state may come from a simulator that had other hosts.
  if (!isDeliverable(uri, hosts)) {
    return { ok: false, problem: 'The simulator may not deliver to this address any more.' }
  }
  const deadline = new AbortController()
  const timer = setTimeout(() => deadline.abort(), deadlineMs)
  const tooLate = new Promise<never>((_, reject) => {
    deadline.signal.addEventListener('abort', () => reject(deadline.signal.reason))
  })
  // Whatever happens after the race was won is nobody's business.
  tooLate.catch(() => undefined)
  try {
    const request = new Request(uri, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        // The version behind the slash is not recorded.
        'User-Agent': 'Smartcar/1.0',
        ...(signature !== undefined && { 'SC-Signature': signature }),
      },
      body,
      redirect: 'manual',
      signal: deadline.signal,
    })
    const answering = deliver(request).then(readAnswer)
    answering.catch(() => undefined)
    return await Promise.race([answering, tooLate])
  } catch (error) {
    return { ok: false, problem: deadline.signal.aborted ? lateProblem : reachProblem(error) }
  } finally {
    clearTimeout(timer)
  }
}

async function readAnswer(response: Response): Promise<Outcome> {
  const { status, type } = response
  if (response.ok) return { ok: true, status, text: await readText(response) }
  await response.body?.cancel()
  if (type === 'opaqueredirect') return { ok: false, problem: redirectProblem }
  const isRedirect = status >= 300 && status < 400
  return {
    ok: false,
    status,
    problem: isRedirect ? redirectProblem : 'The answer must have a status from 200 to 299.',
  }
}

/** The beginning of a body: nothing but the answer to a challenge is read, and that is short. */
async function readText({ body }: Response): Promise<string> {
  if (body === null) return ''
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    text += decoder.decode(value, { stream: true })
    if (text.length > answerLimit) {
      await reader.cancel()
      return text.slice(0, answerLimit)
    }
  }
}

const lateProblem = `There was no answer within ${deadlineMs / 1000} seconds.`
const redirectProblem = 'The answer is a redirect, and deliveries follow none.'

function reachProblem(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  const isCoded = typeof cause === 'object' && cause !== null && 'code' in cause
  const why = isCoded ? cause.code : error instanceof Error ? error.message : 'unknown'
  return `The address cannot be reached: ${cut(String(why), 200)}`
}
