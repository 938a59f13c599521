// Opens what a bundler built in a real browser, and looks at it.

import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { chromium } from 'playwright'
import { headlessLaunch } from '../browser/browser-launch.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

/**
 * Serves a folder and checks that its page has the button, the line, the style sheet and every entry.
 *
 * @returns what was seen, for people
 * @throws {Error} if something is missing, or the page reports an error
 */
export async function openBuiltApp(folder: string): Promise<string> {
  const server = createServer(({ url = '/' }, response) => {
    const path = url === '/' ? '/index.html' : url
    try {
      const content = readFileSync(join(folder, path))
      response.writeHead(200, { 'content-type': types[extname(path)] ?? 'text/plain' }).end(content)
    } catch {
      response.writeHead(path === '/favicon.ico' ? 204 : 404).end()
    }
  }).listen(0, '127.0.0.1')
  const browser = await chromium.launch(headlessLaunch())
  try {
    const page = await browser.newPage()
    const errors: string[] = []
    page.on('pageerror', error => errors.push(error.message))
    page.on('console', message => message.type() === 'error' && errors.push(message.text()))
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`)
    const button = page.getByRole('button', { name: /Auto verbinden/ })
    await button.waitFor({ timeout: 10_000 }).catch(() => {
      throw new Error(`There is no button. ${errors.join(' ')}`)
    })
    await page.getByText('Ihr Auto ist verbunden').waitFor({ timeout: 10_000 })
    const heightPx = (await button.boundingBox())?.height ?? 0
    if (heightPx < 44) throw new Error(`The style sheet is missing: ${heightPx} px high`)
    const title = await page.title()
    if (title !== 'true,true,function') throw new Error(`An entry is missing: ${title}`)
    // Late parts are loaded as the pointer comes near. This page has no backend, so the click fails.
    await button.click()
    await page.locator('button[data-status=failed]').waitFor({ timeout: 10_000 })
    const unexpected = errors.filter(text => !text.includes('404'))
    if (unexpected.length > 0) throw new Error(unexpected.join('\n'))
    return 'button, words, style sheet, late parts'
  } finally {
    await browser.close()
    server.close()
  }
}
