// Learns the codes from the popup's redirect, and remembers everything else that was said.

import type { BrowserContext, Page } from '@playwright/test'
import { hearStorageWrites } from './storage-writes.ts'

const redirectPath = '/smartcar-redirect.html'
const exchangePath = '/api/smartcar/exchange'

/** What a watched context gave away. */
export type WatchForCodes = {
  codes: ReadonlySet<string>
  /** Where a code was told: console, errors, addresses, requests, writes to storage. */
  leaks: (code: string) => string[]
}

/** Watches every page that a context loads from now on, popups included. */
export async function watchForCodes(context: BrowserContext): Promise<WatchForCodes> {
  const codes = new Set<string>()
  const said: [place: string, text: string][] = []
  await hearStorageWrites(context, write => said.push(['write to storage', write]))

  context.on('request', request => {
    const url = new URL(request.url())
    const isRedirect = url.pathname === redirectPath && request.isNavigationRequest()
    const code = url.searchParams.get('code')
    if (isRedirect && code) codes.add(code)
    if (!isRedirect) said.push([`address of a request to ${url.pathname}`, request.url()])
    if (url.pathname !== exchangePath) {
      said.push([`body of a request to ${url.pathname}`, request.postData() ?? ''])
    }
    said.push([`headers of a request to ${url.pathname}`, JSON.stringify(request.headers())])
  })
  context.on('console', message => said.push(['console', message.text()]))
  context.on('weberror', error => {
    const { message, stack } = error.error()
    said.push(['error', `${message} ${stack}`])
  })
  function follow(page: Page) {
    page.on('framenavigated', frame => {
      if (new URL(frame.url()).pathname !== redirectPath) said.push(['address bar', frame.url()])
    })
  }
  context.pages().forEach(follow)
  context.on('page', follow)

  return {
    codes,
    leaks: code => said.filter(([, text]) => text.includes(code)).map(([place]) => place),
  }
}
