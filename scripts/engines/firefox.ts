// Firefox, through WebDriver BiDi, which it speaks by itself.

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Engine, Tab } from './engine.ts'
import { findProgram } from './find-program.ts'

const deadlineMs = 30_000

type Answer = { id: number; type: string; result: Record<string, unknown>; message?: string }

/**
 * Starts Firefox without a window; `undefined` where there is none. `FIREFOX_PATH` chooses one.
 *
 * @see https://w3c.github.io/webdriver-bidi/
 */
export async function startFirefox(): Promise<Engine | undefined> {
  const program = process.env.FIREFOX_PATH ?? findProgram('firefox-esr', 'firefox')
  if (!program) return undefined
  const profile = mkdtempSync(join(tmpdir(), 'smartcar-connect-firefox-'))
  const preferences = ['browser.shell.checkDefaultBrowser', 'app.update.enabled']
  const lines = preferences.map(name => `user_pref(${JSON.stringify(name)}, false);`)
  writeFileSync(join(profile, 'user.js'), lines.join('\n'))
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0']
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  process.once('exit', () => child.kill())
  const ended = new Promise<void>(resolve => child.once('close', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stderr.on('data', chunk => {
      said += chunk
      const [, found] = /BiDi listening on (ws:\S+)/.exec(said) ?? []
      if (found) resolve(found)
    })
    child.once('close', () => reject(new Error(`Firefox ended early: ${said.slice(-400)}`)))
  })

  const socket = new WebSocket(`${address}/session`)
  await new Promise((resolve, reject) => {
    socket.onopen = resolve
    socket.onerror = () => reject(new Error('Firefox does not answer.'))
  })
  const waiting = new Map<number, (answer: Answer) => void>()
  socket.onmessage = ({ data }) => {
    const answer: Answer = JSON.parse(`${data}`)
    waiting.get(answer.id)?.(answer)
    waiting.delete(answer.id)
  }
  let count = 0
  async function send(method: string, params: object): Promise<Record<string, unknown>> {
    const id = ++count
    const answer = await new Promise<Answer>((resolve, reject) => {
      waiting.set(id, resolve)
      socket.send(JSON.stringify({ id, method, params }))
      // A page that goes away may take the answer with it.
      setTimeout(reject, deadlineMs, new Error(`${method} was not answered`))
    })
    if (answer.type === 'error') throw new Error(`${method}: ${answer.message}`)
    return answer.result
  }
  async function evaluate(context: string, expression: string, userActivation = false) {
    const params = { expression, target: { context }, awaitPromise: false, userActivation }
    const { result } = await send('script.evaluate', params)
    return Object(result).value as unknown
  }
  function tabOf(context: string): Tab {
    return {
      id: context,
      evaluate: expression => evaluate(context, expression).catch(() => undefined),
      click: async selector =>
        void (await evaluate(context, `document.querySelector('${selector}').click()`, true)),
      goTo: async url =>
        void (await send('browsingContext.navigate', { context, url, wait: 'complete' })),
      activate: async () => void (await send('browsingContext.activate', { context })),
      close: async () => void (await send('browsingContext.close', { context })),
    }
  }
  const { capabilities } = await send('session.new', { capabilities: {} })
  return {
    name: `Firefox ${Object(capabilities).browserVersion}`,
    newTab: async () => {
      const { context } = await send('browsingContext.create', { type: 'tab' })
      return tabOf(`${context}`)
    },
    tabs: async () => {
      const { contexts } = await send('browsingContext.getTree', { maxDepth: 0 })
      return (contexts as { context: string }[]).map(({ context }) => tabOf(context))
    },
    stop: async () => {
      await send('browser.close', {}).catch(() => {})
      socket.close()
      child.kill()
      await ended
      rmSync(profile, { recursive: true, force: true })
    },
  }
}
