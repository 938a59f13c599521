// Works with the application's token, and once more with a new one where the provider refuses it.

import type { RenewableToken } from './machine-token.ts'
import { isProviderError } from './provider-error.ts'

/**
 * Calls `work` with the token. A token can end before its time, as when its credential was renewed: then
 * everything would fail for as long as it is kept, up to an hour.
 *
 * @param work reads only, because it may be called twice.
 */
export async function withMachineToken<T>(
  token: RenewableToken,
  work: (accessToken: string) => Promise<T>,
): Promise<T> {
  const accessToken = await token.getAccessToken()
  try {
    return await work(accessToken)
  } catch (thrown) {
    if (!isProviderError(thrown) || thrown.status !== 401) throw thrown
    token.forget(accessToken)
    return work(await token.getAccessToken())
  }
}
