// WebKit: WebKitGTK's MiniBrowser on a screen that nobody sees, through W3C WebDriver.

import { type ChildProcess, spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import type { Engine, Tab } from './engine.ts'
import { findProgram } from './find-program.ts'
import { poll } from './poll.ts'

const elementKey = 'element-6066-11e4-a52e-4f735466cecf'
const port = 4189
const display = ':189'

/**
 * Starts WebKitGTK; `undefined` where it, its driver or Xvfb is missing.
 *
 * @see https://www.w3.org/TR/webdriver2/
 */
export async function startWebkit(): Promise<Engine | undefined> {
  const driver = findProgram('WebKitWebDriver')
  const screen = findProgram('Xvfb')
  const [binary] = globSync('/usr/lib{,64,exec}/{*/,}webkit2gtk-4.1/MiniBrowser')
  if (!driver || !screen || !binary) return undefined
  const children: ChildProcess[] = [
    spawn(screen, [display, '-screen', '0', '1280x1024x24'], { stdio: 'ignore' }),
  ]
  const env = {
    ...process.env,
    DISPLAY: display,
    // Its sandbox cannot be had as root, as in most containers.
    ...(process.getuid?.() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }),
  }
  children.push(spawn(driver, [`--port=${port}`], { stdio: 'ignore', env }))
  function endChildren() {
    for (const child of children.reverse()) child.kill()
  }
  process.once('exit', endChildren)

  async function call(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    })
    const { value } = (await response.json()) as { value: unknown }
    if (!response.ok) throw new Error(`${path}: ${Object(value).message || Object(value).error}`)
    return value
  }
  await poll('WebKitWebDriver', () => call('GET', '/status').catch(() => undefined))
  const options = { binary, args: ['--automation'] }
  const created = await call('POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
  })
  const { sessionId, capabilities } = Object(created)
  const session = `/session/${sessionId}`

  function tabOf(handle: string): Tab {
    async function at(method: string, path: string, body?: object) {
      await call('POST', `${session}/window`, { handle })
      return call(method, session + path, body)
    }
    function run(script: string) {
      return at('POST', '/execute/sync', { script, args: [] })
    }
    return {
      id: handle,
      evaluate: expression => run(`return ${expression}`).catch(() => undefined),
      click: async selector => {
        const query = { using: 'css selector', value: selector }
        const found = Object(await at('POST', '/element', query))
        await at('POST', `/element/${found[elementKey]}/click`, {})
      },
      goTo: async url => void (await at('POST', '/url', { url })),
      activate: async () => void (await call('POST', `${session}/window`, { handle })),
      close: async () => void (await at('DELETE', '/window')),
    }
  }
  return {
    name: `WebKitGTK ${capabilities.browserVersion}`,
    newTab: async () => {
      // A window of its own: a tab behind another one cannot be clicked.
      const [handle] = (await call('GET', `${session}/window/handles`)) as string[]
      await call('POST', `${session}/window`, { handle })
      const made = await call('POST', `${session}/window/new`, { type: 'window' })
      return tabOf(Object(made).handle)
    },
    tabs: async () => ((await call('GET', `${session}/window/handles`)) as string[]).map(tabOf),
    stop: async () => {
      await call('DELETE', session).catch(() => {})
      endChildren()
    },
  }
}
