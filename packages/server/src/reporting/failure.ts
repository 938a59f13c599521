// What failed, where and why: for developers only.

import { ProviderError } from '../provider/provider-error.ts'
import { createRedactor, type Secrets } from './redact.ts'

/**
 * Where something failed that is not this package's own.
 *
 * - `appSession`, `limitKey`, `params`, `user`, `onTokens`, `onConnected`, `onReauthenticated`, `onNeedsReauth`,
 *   `onVehicleState`, `onVehicleError`, `onOtherEvent`:
 *   the function of the app with this name.
 * - `store.…`: this method of the store.
 * - `provider.redeemCode`, `provider.refreshTokens`, `provider.machineToken`: the token endpoint.
 * - `provider.readGrant`, `provider.readConnections`, `provider.disconnect`: the vehicle API.
 * - `options`: the options of the handler.
 */
export type Step =
  | 'appSession'
  | 'limitKey'
  | 'params'
  | 'user'
  | 'onTokens'
  | 'onConnected'
  | 'onReauthenticated'
  | 'onNeedsReauth'
  | 'onVehicleState'
  | 'onVehicleError'
  | 'onOtherEvent'
  | 'options'
  | `store.${string}`
  | 'provider.redeemCode'
  | 'provider.refreshTokens'
  | 'provider.machineToken'
  | 'provider.readGrant'
  | 'provider.readConnections'
  | 'provider.disconnect'

/** A failure as a developer needs it. No code, token, secret or state is in it. */
export type Failure = {
  /** Where it failed. */
  step: Step
  /** What was thrown, as a copy without secrets. */
  cause: unknown
  /** The host that was asked, where it was the provider. */
  host?: string | undefined
  /** The HTTP status that the provider answered with. */
  providerStatus?: number | undefined
  /** The error code that the provider answered with, such as `invalid_client`. */
  providerError?: string | undefined
}

/** What a step of the app threw, until somebody knows which secrets to take out of it. */
export class StepError extends Error {
  override readonly name = 'StepError'
  /** Where it was thrown. */
  readonly step: Step

  constructor(step: Step, cause: unknown) {
    super(`The step ${step} failed.`, { cause })
    this.step = step
  }
}

/**
 * Describes what was thrown.
 *
 * @param step where it was thrown; an error of {@link StepError} knows better.
 * @param secrets what is taken out of the cause.
 */
export function failureOf(step: Step, thrown: unknown, secrets: Secrets): Failure {
  if (thrown instanceof StepError) return failureOf(thrown.step, thrown.cause, secrets)
  const redact = createRedactor(secrets)
  const cause = redact(thrown)
  if (!(thrown instanceof ProviderError)) return { step, cause }
  const { host, status, errorCode } = thrown
  return {
    step,
    cause,
    ...(host !== undefined && { host }),
    ...(status !== undefined && { providerStatus: status }),
    ...(errorCode !== undefined && { providerError: String(redact(errorCode)) }),
  }
}
