// Makes one call of version 3: token, deadline, waits, and errors with what the provider said.

import type { RenewableToken } from '../provider/machine-token.ts'
import { ProviderError } from '../provider/provider-error.ts'
import { type Fetch, providerFetch } from '../provider/provider-fetch.ts'
import { createRedactor } from '../reporting/redact.ts'
import type { ApiClock } from './api-clock.ts'
import { asApiError, refused } from './call-failure.ts'
import { type ErrorDocument, isErrorDocument, readErrorDocument } from './error-document.ts'
import { nextTryMs } from './next-try.ts'
import { createSlots } from './slots.ts'
import type { SmartcarApiError } from './smartcar-api-error.ts'

/** A call as it is sent. */
export type ApiCall = {
  /** What it is called in messages: the method and the path with names in the place of ids. */
  readonly what: string
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly url: URL
  /** The person whose car it is, for `sc-user-id`. */
  readonly userId?: string
  /** The attributes of a POST that has some. */
  readonly attributes?: Readonly<Record<string, unknown>>
  /** Whether it changes something in a car. @default false */
  readonly isCommand?: boolean
  /** Whether it is public, so that no token is sent. @default false */
  readonly isPublic?: boolean
}

/** What calls are made with. */
export type CallSettings = {
  readonly token: RenewableToken
  readonly fetch: Fetch
  readonly clock: ApiClock
  /** How long a call may take with all its waits, in milliseconds. */
  readonly deadlineMs: number
  /** How many calls run at once. */
  readonly maxConcurrent: number
  /** The units of answers. */
  readonly unitSystem: 'metric' | 'imperial'
}

/** Makes calls and returns the parsed answers; `undefined` for one without a body. */
export type Caller = (call: ApiCall) => Promise<unknown>

// A command may take 175 seconds before it is streamed, and some minutes more.
const commandDeadlineMs = 310_000
const readTryMs = 30_000
// The list of all compatible vehicles is one page.
const maxBytes = 32 * 1024 * 1024

/** Creates what makes calls. All of them share the token, the places and the waits. */
export function createCaller(settings: CallSettings): Caller {
  const { token, clock, maxConcurrent } = settings
  const slots = createSlots(maxConcurrent)
  // The whole application has to wait until then.
  let closedUntilMs = 0

  async function call(wanted: ApiCall): Promise<unknown> {
    const { isCommand = false, isPublic = false } = wanted
    const deadlineMs = Math.max(settings.deadlineMs, isCommand ? commandDeadlineMs : 0)
    const startMs = clock.now()
    let sleptMs = 0
    let wasRenewed = false
    /** What is left, also where the clock was set back while this call waited. */
    function remainingMs(): number {
      return deadlineMs - Math.max(sleptMs, clock.now() - startMs)
    }
    async function pause(ms: number): Promise<void> {
      await clock.sleep(ms)
      sleptMs += ms
    }
    for (let tries = 1; ; ) {
      const closedMs = closedUntilMs - clock.now()
      if (closedMs > 0 && closedMs < remainingMs()) await pause(closedMs)
      let accessToken: string | undefined
      try {
        const leftMs = Math.max(1, remainingMs())
        accessToken = isPublic ? undefined : await inTime(token.getAccessToken(), leftMs)
        return await tryOnce(settings, wanted, accessToken, Math.max(1, remainingMs()))
      } catch (thrown) {
        const error = asApiError(thrown, wanted, accessToken)
        if (error.status === 401 && accessToken !== undefined && !wasRenewed) {
          wasRenewed = true
          token.forget(accessToken)
          continue
        }
        const waitMs = nextTryMs({ error, tries, isCommand, jitter: Math.random() })
        if (waitMs === undefined || waitMs >= remainingMs()) throw error
        if (isForAll(error)) closedUntilMs = Math.max(closedUntilMs, clock.now() + waitMs)
        // A provider that asks to come back at once must not be asked in a loop without end.
        await pause(Math.max(waitMs, 50))
        tries += 1
      }
    }
  }

  return wanted => slots.run(() => call(wanted))
}

async function tryOnce(
  { fetch, unitSystem }: CallSettings,
  wanted: ApiCall,
  accessToken: string | undefined,
  remainingMs: number,
): Promise<unknown> {
  const { method, url, userId, attributes, isCommand } = wanted
  const init = {
    method,
    headers: {
      accept: 'application/json',
      'sc-unit-system': unitSystem,
      ...(accessToken !== undefined && { authorization: `Bearer ${accessToken}` }),
      ...(userId !== undefined && { 'sc-user-id': userId }),
      ...(attributes !== undefined && { 'content-type': 'application/json' }),
    },
    ...(attributes !== undefined && { body: JSON.stringify({ data: { attributes } }) }),
  }
  const longestMs = isCommand ? commandDeadlineMs : readTryMs
  // A streamed answer is judged when all of it is there: its first status says nothing.
  const response = await providerFetch(fetch, url, init, {
    deadlineMs: Math.min(remainingMs, longestMs),
    maxBytes,
  })
  if (response.status === 204) return undefined
  const body: unknown = await response.json().catch(() => undefined)
  if (response.ok && body !== undefined && !isErrorDocument(body)) return body
  // What answers may be a proxy that repeats the request.
  const redact = createRedactor([accessToken])
  throw refused(wanted, response, redact(readErrorDocument(body)) as ErrorDocument)
}

/** Waits for a token that other calls may wait for too, no longer than this call may take. */
async function inTime(token: Promise<string>, ms: number): Promise<string> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    const text = `There was no token after ${Math.round(ms)} ms; nothing was sent.`
    timer = setTimeout(() => reject(new ProviderError('timeout', text)), ms)
  })
  try {
    return await Promise.race([token, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Whether a refusal is about the whole application and not about one car. */
function isForAll({ status, code }: SmartcarApiError): boolean {
  return status === 429 && code !== 'VEHICLE'
}
