// The scenarios of version 3: the server makes the session, serves the redirect page, and exchanges.

import type { App } from './app-server.ts'
import type { Engine, Tab } from './engine.ts'
import { poll } from './poll.ts'
import type { EngineScenario } from './scenarios.ts'
import { openApp, openConnect, press, signIn, untilGone, untilSeen } from './through-popup.ts'

/** Opens a page of the app that has nothing but `backend`. */
async function openBackendApp(
  engine: Engine,
  app: App,
  backend: string,
  more: object = {},
): Promise<Tab> {
  const options = { backend, ...more }
  return openApp(
    engine,
    `${app.origin}/?tell&options=${encodeURIComponent(JSON.stringify(options))}`,
  )
}

/** Waits until a page tells it. No page is asked, as an engine may count that as a click. */
function untilTold(app: App, session: string, before: number): Promise<unknown> {
  return poll(session, () => app.told.slice(before).includes(session))
}

function countSessions({ asked }: App): number {
  return asked.filter(({ what }) => /^POST .*\/session$/.test(what)).length
}

async function grant(engine: Engine, tab: Tab, popup: Tab): Promise<void> {
  await signIn(popup)
  await press(popup, 'Allow')
  await untilSeen(tab, /^connected \d+$/)
  if (popup.id !== tab.id) await untilGone(engine, popup)
}

function sameSessions(app: App, expected: number): void {
  const sessions = countSessions(app)
  if (sessions !== expected) throw new Error(`${sessions} sessions instead of ${expected}`)
}

/** In the order of the table. */
export const backendScenarios: readonly EngineScenario[] = [
  {
    name: 'version 3: the session is at hand',
    async run(engine, app) {
      const before = countSessions(app)
      const tab = await openBackendApp(engine, app, '/shop/api/smartcar')
      await tab.evaluate('void connect.prepare()')
      const arrived = `performance.getEntriesByType('resource').some(
        ({ name, responseEnd }) => name.endsWith('/session') && responseEnd > 0)`
      await poll('the session', () => tab.evaluate(arrived))
      const told = app.told.length
      const popup = await openConnect(engine, tab)
      await grant(engine, tab, popup)
      if (app.told.slice(told).includes('preparing')) throw new Error('the click had to wait')
      sameSessions(app, before + 1)
    },
  },
  {
    name: 'version 3: the session comes after the click',
    async run(engine, app) {
      const before = countSessions(app)
      const tab = await openBackendApp(engine, app, '/late/api/smartcar')
      const told = app.told.length
      const popup = await openConnect(engine, tab)
      await untilTold(app, 'preparing', told)
      await grant(engine, tab, popup)
      sameSessions(app, before + 1)
    },
  },
  {
    name: 'version 3: the click is used up, the next one opens',
    async run(engine, app) {
      const before = countSessions(app)
      const tab = await openBackendApp(engine, app, '/held/api/smartcar')
      await tab.activate()
      const told = app.told.length
      const tabs = (await engine.tabs()).length
      await tab.click('button')
      await untilTold(app, 'failed popup_blocked', told)
      if ((await engine.tabs()).length !== tabs) throw new Error('a window opened all the same')
      const popup = await openConnect(engine, tab)
      await grant(engine, tab, popup)
      if (app.told.slice(told).filter(session => session === 'preparing').length !== 1) {
        throw new Error('the next click had to wait')
      }
      sameSessions(app, before + 1)
    },
  },
  {
    name: 'version 3: the click is used up, `auto` leaves',
    async run(engine, app) {
      const before = countSessions(app)
      const tab = await openBackendApp(engine, app, '/held/api/smartcar', { presentation: 'auto' })
      await tab.activate()
      const told = app.told.length
      const tabs = (await engine.tabs()).length
      await tab.click('button')
      await untilTold(app, 'redirecting', told)
      if ((await engine.tabs()).length !== tabs) throw new Error('a window opened all the same')
      await grant(engine, tab, tab)
      sameSessions(app, before + 1)
    },
  },
]
