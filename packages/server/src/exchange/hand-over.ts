// Gives a grant to the app and turns what the app returns, or throws, into a result.

import { optionError } from '../options/option-error.ts'
import { isVehicleAccessError } from '../problems/vehicle-access-error.ts'
import type { Tokens } from '../provider/tokens.ts'
import { callApp } from '../reporting/call-app.ts'
import { type Failure, failureOf, StepError } from '../reporting/failure.ts'
import type { ExchangeCallbacks } from './exchange-options.ts'
import type { UnverifiedGrant } from './posted-grant.ts'
import type { RedeemedGrant } from './redemption.ts'

/** JSON for the browser (`null` for a 204), or the problem with its cause. */
export type HandOver =
  | { ok: true; body: string | null }
  | { ok: false; problem: 'not_stored' | 'identity_mismatch'; failure: Failure }

/** Who the grant is for, and what came with it. */
export type Receiver = {
  /** The browser's request. */
  request: Request
  /** The app session of the request; `undefined` where the handler has no `appSession`. */
  appSession: string | undefined
  /** When the exchange began, in milliseconds since 1970. */
  startMs: number
  /** What only the browser says. */
  unverified: UnverifiedGrant
}

// A text as short as that may stand anywhere by chance.
const minTokenLength = 8

const steps = { code: 'onTokens', user: 'onConnected', vehicle: 'onReauthenticated' } as const

/** Keeps the fields that only the browser knows. */
function unverifiedContext({ externalId, virtualKeyUrl, state }: UnverifiedGrant) {
  return {
    ...(externalId !== undefined && { externalId }),
    ...(virtualKeyUrl !== undefined && { virtualKeyUrl }),
    ...(state !== undefined && { state }),
  }
}

/** Adds the app session last, because it may be a property that cannot be read. */
function withAppSession<C extends object>(
  context: C,
  appSession: string | undefined,
): C & { appSession: string } {
  if (appSession !== undefined) return { ...context, appSession }
  // An empty text would be a user that all people share.
  return Object.defineProperty(context, 'appSession', {
    get() {
      throw optionError(
        'appSession',
        'context.appSession was read, but the handler has no appSession, and nobody knows whose car it is. Give the handler the function that finds who is signed in.',
      )
    },
  }) as C & { appSession: string }
}

async function call<T>(
  callbacks: ExchangeCallbacks<T>,
  { request, appSession, startMs, unverified: claims }: Receiver,
  redeemed: RedeemedGrant,
): Promise<T | undefined> {
  const { userId, vehicles, externalId, connections } = redeemed.verified
  const unverified = unverifiedContext(claims)
  const context = { request, userId, vehicles, connections, startMs, unverified }
  switch (redeemed.kind) {
    case 'code':
      return callbacks.onTokens?.(redeemed.tokens, withAppSession(context, appSession))
    case 'user':
      return callbacks.onConnected?.(withAppSession(context, appSession))
    case 'vehicle': {
      const [vehicle] = vehicles
      if (vehicle === undefined || externalId === null) return undefined
      const again = { request, userId, externalId, connections, startMs, unverified }
      return callbacks.onReauthenticated?.(vehicle.id, withAppSession(again, appSession))
    }
  }
}

/**
 * Calls the callback for this kind of grant.
 *
 * @param timeoutMs how long the callback may take.
 * @returns what the browser may see, `identity_mismatch` when the callback threw a `VehicleAccessError`, or
 * `not_stored` when the callback failed, took too long, or
 * returned what is not JSON or has a token in it; never throws.
 */
export async function handOver<T>(
  callbacks: ExchangeCallbacks<T>,
  receiver: Receiver,
  redeemed: RedeemedGrant,
  timeoutMs: number,
): Promise<HandOver> {
  const step = steps[redeemed.kind]
  try {
    const data = await callApp(step, () => call(callbacks, receiver, redeemed), timeoutMs)
    const body = data === undefined ? null : jsonOf(data)
    if (body !== null && redeemed.kind === 'code') refuseTokens(body, redeemed.tokens)
    return { ok: true, body }
  } catch (thrown) {
    const isRefused = thrown instanceof StepError && isVehicleAccessError(thrown.cause)
    const problem = isRefused ? 'identity_mismatch' : 'not_stored'
    return { ok: false, problem, failure: failureOf(step, thrown, []) }
  }
}

/**
 * An app that returns the row it has just written would give the tokens to the browser.
 *
 * @throws {TypeError} for an answer with a token in it.
 */
function refuseTokens(body: string, { accessToken, refreshToken }: Tokens): void {
  const found = [accessToken, refreshToken].some(
    token => token.length >= minTokenLength && body.includes(JSON.stringify(token).slice(1, -1)),
  )
  if (!found) return
  throw new TypeError(
    'onTokens returned a token, which would go to the browser, so the answer was not sent. Return only what the browser may see.',
  )
}

/** @throws {TypeError} for what is no JSON, such as a function, a bigint or a circle. */
function jsonOf(data: unknown): string {
  const text: string | undefined = JSON.stringify(data)
  if (text === undefined) throw new TypeError('The callback returned what is not JSON.')
  return text
}
