// The scenarios that every engine has to go through.

import type { App } from './app-server.ts'
import type { Engine } from './engine.ts'
import { poll } from './poll.ts'
import {
  openApp,
  openConnect,
  press,
  signIn,
  untilGone,
  untilReady,
  untilSeen,
} from './through-popup.ts'

/** One scenario; `run` rejects when it goes otherwise. */
export type EngineScenario = {
  /** As the table names it. */
  readonly name: string
  readonly run: (engine: Engine, app: App) => Promise<void>
}

function completes(query: string, isLost: boolean) {
  return async (engine: Engine, app: App) => {
    const before = app.codes.length
    const tab = await openApp(engine, `${app.origin}/${query}`)
    const popup = await openConnect(engine, tab)
    await signIn(popup)
    if (isLost) await untilSeen(tab, /^waiting lost$/)
    else if (await tab.evaluate('seen.includes("waiting lost")')) throw new Error('it looked lost')
    await press(popup, 'Allow')
    await untilSeen(tab, /^connected/)
    await untilGone(engine, popup)
    sameCount(app, before + 1)
  }
}

function sameCount({ codes }: App, expected: number): void {
  if (codes.length !== expected) {
    throw new Error(`${codes.length} exchanges instead of ${expected}`)
  }
  if (new Set(codes).size !== codes.length) throw new Error('a code was exchanged twice')
}

/** In the order of the table. */
export const engineScenarios: readonly EngineScenario[] = [
  { name: 'completes', run: completes('', false) },
  {
    name: 'closed by hand',
    async run(engine, app) {
      const before = app.codes.length
      const tab = await openApp(engine, app.origin)
      const popup = await openConnect(engine, tab)
      await poll('Connect', () => popup.evaluate('document.readyState === "complete"'))
      await popup.close()
      await tab.activate()
      await untilSeen(tab, /^cancelled popup_closed$/)
      sameCount(app, before)
    },
  },
  {
    name: 'denied',
    async run(engine, app) {
      const before = app.codes.length
      const tab = await openApp(engine, app.origin)
      const popup = await openConnect(engine, tab)
      await signIn(popup)
      await press(popup, 'Deny access')
      await untilSeen(tab, /^failed access_denied$/)
      await untilGone(engine, popup)
      sameCount(app, before)
    },
  },
  { name: 'COOP on the provider', run: completes('?scenario=coop', true) },
  { name: 'COOP on the app’s page', run: completes('?coop=same-origin', true) },
  { name: 'COOP on both', run: completes('?scenario=coop&coop=same-origin', true) },
  {
    name: 'redirect page reloaded',
    async run(engine, app) {
      const before = app.codes.length
      const tab = await openApp(engine, app.origin)
      const popup = await openConnect(engine, tab)
      await signIn(popup)
      // Nobody is there to hear it, so the page stays.
      await tab.goTo('about:blank')
      await press(popup, 'Allow')
      function shows(status: string) {
        return poll(`the redirect page, ${status}`, () =>
          popup.evaluate(
            `document.documentElement.dataset.smartcarConnect === '${status}' && !location.search`,
          ),
        )
      }
      await shows('sending')
      await popup.evaluate('void setTimeout(() => location.reload())')
      await shows('empty')
      sameCount(app, before)
      await popup.close()
    },
  },
  {
    name: 'opener reloaded',
    async run(engine, app) {
      const before = app.codes.length
      const tab = await openApp(engine, app.origin)
      const popup = await openConnect(engine, tab)
      await signIn(popup)
      await tab.goTo(app.origin)
      await untilReady(tab)
      await untilSeen(tab, /^waiting lost$/)
      await press(popup, 'Allow')
      await untilSeen(tab, /^connected/)
      await untilGone(engine, popup)
      sameCount(app, before + 1)
    },
  },
  {
    name: 'two tabs',
    async run(engine, app) {
      const before = app.codes.length
      const first = await openApp(engine, app.origin)
      const second = await openApp(engine, app.origin)
      const popup = await openConnect(engine, first)
      const other = await openConnect(engine, second)
      await signIn(popup)
      await signIn(other)
      await press(other, 'Allow')
      await untilSeen(second, new RegExp(`^connected ${before + 1}$`))
      await press(popup, 'Allow')
      await untilSeen(first, new RegExp(`^connected ${before + 2}$`))
      sameCount(app, before + 2)
    },
  },
]
