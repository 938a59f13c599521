// Decides which configured addresses may receive the client secret.

import { isProduction } from '../options/is-production.ts'
import { type OptionPath, optionError } from '../options/option-error.ts'
import { isLoopback } from './loopback.ts'
import { type SimulatorOptions, simulatorUrl } from './simulator-option.ts'

/**
 * Reads a configured address of the provider.
 *
 * `https:` is accepted anywhere, `http:` only on this machine, for the simulator. In production no
 * address on this machine is accepted without `allowSimulatorInProduction`: any local program could
 * listen there and get the secret.
 *
 * @param path the option, for the message.
 * @throws {TypeError} naming the option and what to write instead.
 */
export function providerUrl(path: OptionPath, value: string, options: SimulatorOptions = {}): URL {
  if (!URL.canParse(value)) {
    throw optionError(
      path,
      `${path} is not a URL, so the provider cannot be called. Write an absolute https address, or leave ${path} out.`,
    )
  }
  const url = new URL(value)
  if (url.username !== '' || url.password !== '' || url.hash !== '') {
    throw optionError(
      path,
      `${path} has credentials or a fragment in it, which would end up in logs. Write the plain address.`,
    )
  }
  const isHere = isLoopback(url)
  if (isHere && isProduction() && !options.allowSimulatorInProduction) {
    throw optionError(
      path,
      `${path} points at this machine while NODE_ENV is production, so the client secret would go to a simulator. Leave ${path} out in production, or set allowSimulatorInProduction beside it.`,
    )
  }
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere)) {
    throw optionError(
      path,
      `${path} is not https, so the client secret could be read on the way. Write an https address; http is accepted for a simulator on localhost.`,
    )
  }
  return url
}

/** Where an address is unless it is configured. */
export type UsualAddresses = {
  /** The provider's address. */
  provider: string
  /** The path at the origin of a simulator. */
  simulator: string
}

/**
 * Returns the address that is configured, the simulator's, or the provider's.
 *
 * @throws {TypeError} naming the option that cannot work.
 */
export function providerAddress(
  path: OptionPath,
  value: string | undefined,
  usual: UsualAddresses,
  options: SimulatorOptions,
): URL {
  const simulator = simulatorUrl(options, path, value)
  if (simulator !== undefined) return new URL(usual.simulator, simulator)
  return providerUrl(path, value ?? usual.provider, options)
}
