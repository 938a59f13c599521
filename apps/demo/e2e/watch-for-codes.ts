// Learns the codes from the popup's redirect, and records everything else that a page sends.

import type { BrowserContext, Page } from '@playwright/test'
import { watchStorageWrites } from './watch-storage-writes.ts'

const redirectPath = '/smartcar-redirect.html'
const exchangePath = '/api/code/exchange'

/** What was seen in a context. */
export type WatchForCodes = {
  /** The codes that Connect has issued so far. */
  codes: ReadonlySet<string>
  /** Where a code was sent: console, errors, addresses, requests, writes to storage. */
  leaks: (code: string) => string[]
}

/** Watches every page that a context loads from now on, popups included. */
export async function watchForCodes(context: BrowserContext): Promise<WatchForCodes> {
  const codes = new Set<string>()
  const sent: [place: string, text: string][] = []
  await watchStorageWrites(context, write => sent.push(['write to storage', write]))

  context.on('request', request => {
    const url = new URL(request.url())
    const isRedirect = url.pathname === redirectPath && request.isNavigationRequest()
    const code = url.searchParams.get('code')
    if (isRedirect && code) codes.add(code)
    if (!isRedirect) sent.push([`address of a request to ${url.pathname}`, request.url()])
    if (url.pathname !== exchangePath) {
      sent.push([`body of a request to ${url.pathname}`, request.postData() ?? ''])
    }
    sent.push([`headers of a request to ${url.pathname}`, JSON.stringify(request.headers())])
  })
  context.on('console', message => sent.push(['console', message.text()]))
  context.on('weberror', error => {
    const { message, stack } = error.error()
    sent.push(['error', `${message} ${stack}`])
  })
  function follow(page: Page) {
    page.on('framenavigated', frame => {
      if (new URL(frame.url()).pathname !== redirectPath) sent.push(['address bar', frame.url()])
    })
  }
  context.pages().forEach(follow)
  context.on('page', follow)

  return {
    codes,
    leaks: code => sent.filter(([, text]) => text.includes(code)).map(([place]) => place),
  }
}
