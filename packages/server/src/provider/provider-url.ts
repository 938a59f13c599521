// Decides which configured addresses may receive the client secret.

import { isProduction } from '../options/is-production.ts'
import { type OptionPath, optionError } from '../options/option-error.ts'

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Says whether a URL points at this machine, as the simulator's does. */
export function isLoopback(url: URL): boolean {
  return loopback.has(url.hostname)
}

/**
 * Reads a configured address of the provider.
 *
 * `https:` is accepted anywhere, `http:` only on this machine, for the simulator. In production no
 * address on this machine is accepted: any local program could listen there and get the secret.
 *
 * @param path the option, for the message.
 * @throws {TypeError} naming the option and what to write instead.
 */
export function providerUrl(path: OptionPath, value: string): URL {
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
  if (isLoopback(url) && isProduction()) {
    throw optionError(
      path,
      `${path} points at this machine while NODE_ENV is production, so the client secret would go to a simulator. Leave ${path} out in production.`,
    )
  }
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url))) {
    throw optionError(
      path,
      `${path} is not https, so the client secret could be read on the way. Write an https address; http is accepted for a simulator on localhost.`,
    )
  }
  return url
}
