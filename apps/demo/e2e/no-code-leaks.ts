// The `test` of the specs: fails when the authorization code shows up where it does not belong.

import { test as base, expect, type Page } from '@playwright/test'
import { findTraces } from './find-traces.ts'
import { watchForCodes } from './watch-for-codes.ts'

type NoCodeLeaks = {
  /** Whether Connect issues a code in this test: without one, finding no code proves nothing. */
  codeIssued: boolean
  /** The codes that Connect has issued so far. */
  codes: ReadonlySet<string>
}

/**
 * Playwright's `test`. It learns each code from the popup's request for the redirect page. At the end
 * it searches addresses, history, storage, console, document and requests of the opener for it.
 * Threats T15, T20 and T32.
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
      expect(codes.size > 0, 'whether Connect issued a code').toBe(codeIssued)
    },
    { auto: true },
  ],
})

async function pagesWithoutOpener(pages: readonly Page[]): Promise<Page[]> {
  const openers = await Promise.all(pages.map(page => page.opener()))
  return pages.filter((_, index) => openers[index] === null)
}
