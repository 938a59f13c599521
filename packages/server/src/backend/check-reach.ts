// Asks the backend's own public address as a stranger would, without a login and without a CSRF token.

import { randomToken } from '../crypto/random-token.ts'
import { optionError } from '../options/option-error.ts'
import type { Fetch } from '../provider/provider-fetch.ts'
import { signBytes } from '../webhook/signature.ts'
import { html } from './redirect-page.generated.ts'

const timeoutMs = 10_000

/** What is asked. */
export type ReachSettings = {
  /** Where the backend is for the browser, such as `https://app.example.com/api/smartcar`. */
  readonly address: string
  /** Whether the backend serves the redirect page itself. */
  readonly servesRedirect: boolean
  /** The management token, where the backend has a webhook. */
  readonly managementToken: string | undefined
  readonly fetch: Fetch
}

/**
 * Finds out whether Connect, in the person's browser, and Smartcar's webhooks reach the backend. A login or a
 * CSRF check in front of it turns both away: the cookie of a strict login does not come along from another
 * site, and Smartcar has none.
 *
 * @throws {TypeError} saying what answered in the place of the backend.
 */
export async function checkReach(settings: ReachSettings): Promise<void> {
  const { address, servesRedirect, managementToken, fetch } = settings
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
    throw optionError(
      'address',
      'address is not an http or https address, so nothing could be asked there. Give the address of the backend as the browser sees it, without a part such as redirect.',
    )
  }
  const base = address.replace(/\/+$/, '')

  async function ask(part: string, init: RequestInit): Promise<[answer: string, body: string]> {
    const limits = { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) } as const
    try {
      const response = await fetch(new Request(`${base}/${part}`, { ...init, ...limits }))
      return [`was answered with ${response.status}`, await response.text()]
    } catch {
      return ['was not answered', '']
    }
  }

  if (servesRedirect) {
    const [answer, body] = await ask('redirect', { method: 'GET' })
    if (body !== html) {
      throw optionError(
        'address',
        `A GET of ${base}/redirect without a login ${answer} and not with the redirect page, so no popup could hand over what Connect returned. Let this path pass in front of your login, and mount the backend there.`,
      )
    }
  }
  if (managementToken) {
    const challenge = randomToken()
    const [answer, body] = await ask('webhook', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ eventType: 'VERIFY', data: { challenge } }),
    })
    const signed = await signBytes(new TextEncoder().encode(challenge), managementToken)
    if (!body.includes(signed)) {
      throw optionError(
        'address',
        `A POST to ${base}/webhook without a login ${answer} and not with the signed challenge, so Smartcar could not deliver anything. Let this path pass in front of your login, CSRF check and body parsers, with the same management token.`,
      )
    }
  }
}
