// The `test` of every spec: fails it where the authorization code shows up outside of its way.

import { test as base, expect, type Page } from '@playwright/test'
import { findTraces } from './find-traces.ts'
import { watchForCodes } from './watch-for-codes.ts'

type NoCodeLeaks = {
  /** Whether Connect gives out a code in this spec; a spec that never sees one proves nothing. */
  codeIssued: boolean
  /** The codes that came back from Connect so far. */
  codes: ReadonlySet<string>
}

/**
 * Playwright's `test`. It learns each real code from the popup's request for the redirect page, and
 * at the end looks for it in all that the opener and the network gave away: addresses, history,
 * storage, console, document, requests.
 *
 * @see T15, T20 and T32 in the list of threats
 */
export const test = base.extend<NoCodeLeaks>({
  codeIssued: [true, { option: true }],
  codes: [
    async ({ context, page, codeIssued }, use, { errors }) => {
      const { codes, leaks } = await watchForCodes(context)
      await use(codes)

      const openers = [page, ...(await pagesWithoutOpener(context.pages()))]
      const traces: string[] = []
      for (const code of codes) {
        traces.push(...leaks(code))
        for (const opener of new Set(openers)) traces.push(...(await findTraces(opener, code)))
      }
      expect(traces, 'places where the authorization code was found').toEqual([])
      if (errors.length > 0) return
      expect(codes.size > 0, 'whether Connect gave out a code').toBe(codeIssued)
    },
    { auto: true },
  ],
})

async function pagesWithoutOpener(pages: readonly Page[]): Promise<Page[]> {
  const openers = await Promise.all(pages.map(page => page.opener()))
  return pages.filter((_, index) => openers[index] === null)
}
