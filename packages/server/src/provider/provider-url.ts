// Decides which addresses may receive the client secret.

import { isProduction } from '../options/is-production.ts'

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Says whether a URL points at this machine, as a simulator's does. */
export function isLoopback(url: URL): boolean {
  return loopback.has(url.hostname)
}

/**
 * Reads a configured provider address.
 *
 * `https:` anywhere, `http:` only on loopback for the simulator; loopback never in production,
 * where it would hand the client secret to whatever listens there.
 *
 * @param name the option's name, for the message.
 * @throws {TypeError} naming the option and what to write instead.
 */
export function providerUrl(name: string, value: string): URL {
  if (!URL.canParse(value)) {
    throw new TypeError(
      `${name} is not a URL, so the provider cannot be called. Write an absolute https address, or leave ${name} out.`,
    )
  }
  const url = new URL(value)
  if (url.username !== '' || url.password !== '' || url.hash !== '') {
    throw new TypeError(
      `${name} has credentials or a fragment in it, which would end up in logs. Write the plain address.`,
    )
  }
  if (isLoopback(url) && isProduction()) {
    throw new TypeError(
      `${name} points at this machine while NODE_ENV is production, so the client secret would go to a simulator. Leave ${name} out in production.`,
    )
  }
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url))) {
    throw new TypeError(
      `${name} is not https, so the client secret could be read on the way. Write an https address; http is accepted for a simulator on localhost.`,
    )
  }
  return url
}
