// Counts where a code went: requests to the backend, and calls of the token endpoint.

import type { APIRequestContext, Page } from '@playwright/test'
import {
  type JournalEntry,
  maskParameters,
} from '../../../packages/simulator/src/memory/journal.ts'

/** The bodies that a page sends to the exchange from now on, oldest first. */
export function watchExchanges(page: Page): { code?: string }[] {
  const bodies: { code?: string }[] = []
  page.on('request', request => {
    if (new URL(request.url()).pathname === '/api/code/exchange') {
      bodies.push(request.postDataJSON())
    }
  })
  return bodies
}

/** How often a code has reached the provider's token endpoint. */
export async function tokenCalls(
  request: APIRequestContext,
  simulator: string,
  code: string | undefined,
): Promise<number> {
  const url = `${simulator}/__simulator/journal?method=POST&path=/oauth/token`
  const { entries }: { entries: JournalEntry[] } = await (await request.get(url)).json()
  const label = maskParameters([['code', code ?? '']]).code
  return entries.filter(({ parameters }) => parameters.code === label).length
}
