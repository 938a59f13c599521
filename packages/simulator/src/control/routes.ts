// The paths of the simulator's own: the control page, and what tests ask of a simulator.

import type { Hono } from 'hono'
import type { SimulatorEnv } from '../http/context.ts'
import {
  chooseScenario,
  clearJournal,
  moveClock,
  reset,
  showClock,
  showJournal,
  showProgram,
  showScenarios,
} from './control.ts'
import { showHome } from './home.ts'
import { requireJson } from './require-json.ts'
import { showStyleSheet } from './style-sheet.ts'
import {
  clearDeliveries,
  deleteWebhook,
  saveWebhook,
  sendWebhook,
  showDeliveries,
  showWebhooks,
} from './webhooks.ts'

/** Adds the control page and everything below `/__simulator`. */
export function addControl(app: Hono<SimulatorEnv>): void {
  app.get('/', showHome)
  app.use('/__simulator/*', requireJson)
  app.get('/__simulator/about', showProgram)
  app.get('/__simulator/journal', showJournal)
  app.delete('/__simulator/journal', clearJournal)
  app.get('/__simulator/clock', showClock)
  app.post('/__simulator/clock', moveClock)
  app.get('/__simulator/scenarios', showScenarios)
  app.post('/__simulator/scenario', chooseScenario)
  app.post('/__simulator/reset', reset)
  app.get('/__simulator/webhooks', showWebhooks)
  app.post('/__simulator/webhooks', saveWebhook)
  app.post('/__simulator/webhooks/send', sendWebhook)
  app.delete('/__simulator/webhooks/:webhookId', deleteWebhook)
  app.get('/__simulator/deliveries', showDeliveries)
  app.delete('/__simulator/deliveries', clearDeliveries)
  app.get('/__simulator/style.css', showStyleSheet)
  app.get('/favicon.ico', () => new Response(null, { status: 204 }))
}
