// The option that puts a simulator in the place of all addresses of the provider.

import { isProduction } from '../options/is-production.ts'
import { type OptionPath, optionError } from '../options/option-error.ts'
import { isLoopback } from './loopback.ts'

/** The options that are about a simulator; every part of the server that has addresses takes them. */
export type SimulatorOptions = {
  /**
   * The origin of a simulator, such as `http://localhost:4010`, in the place of every address of the
   * provider. `http:` is accepted on this machine and for a host without a dot, as in a network of
   * containers. @default none
   */
  simulator?: string | undefined
  /**
   * Accepts a simulator, or an address on this machine, although `NODE_ENV` is `production`, as with
   * `next start`. The first request and `check` warn about it.
   *
   * Danger: a simulator grants cars that do not exist, and it gets the client secret.
   * @default false
   */
  allowSimulatorInProduction?: boolean | undefined
}

/** Says whether `http:` to this host stays within the machine or a network of containers. */
function isNear(url: URL): boolean {
  return isLoopback(url) || /^[a-z0-9-]+$/i.test(url.hostname)
}

/**
 * Reads the option `simulator`.
 *
 * @param path an address that it replaces.
 * @param value what is set there; it must not be set beside the simulator.
 * @returns the origin, or `undefined` where there is no simulator.
 * @throws {TypeError} saying what to write instead.
 */
export function simulatorUrl(
  options: SimulatorOptions,
  path: OptionPath,
  value: string | undefined,
): URL | undefined {
  const { simulator, allowSimulatorInProduction = false } = options
  if (simulator === undefined || simulator === '') return undefined
  if (value !== undefined) {
    throw optionError(
      'simulator',
      `simulator and ${path} are both set, so it is not clear where the client secret goes. Set one of the two.`,
    )
  }
  const url = URL.canParse(simulator) ? new URL(simulator) : undefined
  const isOrigin = url !== undefined && url.href === `${url.origin}/`
  if (!isOrigin || !(url.protocol === 'https:' || (url.protocol === 'http:' && isNear(url)))) {
    throw optionError(
      'simulator',
      'simulator is not the origin of a simulator nearby, so the client secret could go astray. Write its origin, such as http://localhost:4010, without a path.',
    )
  }
  if (isProduction() && !allowSimulatorInProduction) {
    throw optionError(
      'simulator',
      'simulator is set while NODE_ENV is production, so people would connect cars that do not exist. Leave it out, or set allowSimulatorInProduction beside it.',
    )
  }
  return url
}
