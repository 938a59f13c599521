// The one way to call a function of the app: it cannot throw past us, and it cannot take for ever.

import { type Step, StepError } from './failure.ts'

/** How long a function of the app may take, in milliseconds. */
const callTimeoutMs = 20_000

/**
 * Calls a function of the app, synchronous or not.
 *
 * Whatever it throws, rejects with, or returns instead of a promise, the result is one promise of
 * ours. A call that takes longer than its time counts as failed; what it does later is ignored.
 *
 * @throws {StepError} with the step and the cause.
 */
export async function callApp<T>(
  step: Step,
  call: () => T | PromiseLike<T>,
  timeoutMs: number = callTimeoutMs,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`${step} did not end within ${timeoutMs} ms, so it counts as failed.`))
    }, timeoutMs)
  })
  try {
    return await Promise.race([(async () => call())(), late])
  } catch (cause) {
    throw cause instanceof StepError ? cause : new StepError(step, cause)
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Wraps a store of the app: each of its methods is called with {@link callApp}, as the step
 * `store.` and the method's name.
 */
export function guardStore<S extends object>(store: S, timeoutMs: number = callTimeoutMs): S {
  // The target is an object of our own: what a proxy says about a frozen store could not differ.
  return new Proxy({} as S, {
    get(_target, name) {
      const member: unknown = Reflect.get(store, name)
      if (typeof member !== 'function') return member
      return (...values: unknown[]) =>
        callApp(`store.${String(name)}`, () => member.apply(store, values), timeoutMs)
    },
  })
}
