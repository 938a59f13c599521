// Starts what is due, and waits for it.

import type { Simulation } from '../http/context.ts'
import { attemptDelivery } from './attempt-delivery.ts'
import { startingNow, untilNextMs } from './due-deliveries.ts'
import { noticeChanges, type Occasion } from './notice-changes.ts'
import { verifyWebhook, webhooksToVerify } from './verify.ts'

// A receiver may change a car each time that it is told about one. That must not go on for ever, and
// every subscribed vehicle must have its turn.
const roundsLimit = 1_000
// A longer timer would run off at once. @see https://html.spec.whatwg.org/#timers
const longestTimerMs = 2 ** 31 - 1

/**
 * Notices what changed and starts the deliveries that are due. They run beside the caller, and start
 * the next ones when they end. A timer runs only while one waits for its next attempt.
 */
export function startDue(simulation: Simulation, occasion: Occasion): void {
  const { state, outbox, now } = simulation
  if (state.webhooks.size === 0 && outbox.running.size === 0) return
  noticeChanges(simulation, occasion)
  for (const webhook of webhooksToVerify(simulation)) {
    run(simulation, `verify ${webhook.id}`, () => verifyWebhook(simulation, webhook))
  }
  for (const key of startingNow(state.pendingDeliveries, outbox.running, now())) {
    run(simulation, key, () => attemptDelivery(simulation, key))
  }
  startTimer(simulation)
}

/**
 * Waits until nothing is due and nothing runs. A receiver is waited for as long as it may take, 15
 * seconds of real time, and an attempt that is due only later is not waited for.
 */
export async function settle(simulation: Simulation): Promise<void> {
  const { running } = simulation.outbox
  for (let round = 0; round < roundsLimit; round += 1) {
    startDue(simulation, { hasChanged: true })
    if (running.size === 0) return
    await Promise.all(running.values())
  }
}

function run(simulation: Simulation, key: string, action: () => Promise<unknown>): void {
  const { running } = simulation.outbox
  if (running.has(key)) return
  running.set(
    key,
    action().then(() => {
      running.delete(key)
      // A verified webhook has its first deliveries due, and others waited for their turn.
      startDue(simulation, { hasChanged: true })
    }),
  )
}

function startTimer(simulation: Simulation): void {
  const { state, outbox, now } = simulation
  outbox.stopTimer?.()
  outbox.stopTimer = undefined
  const waitMs = untilNextMs(state.pendingDeliveries, now())
  if (waitMs === undefined) return
  // A little later, as timers may be early against the clock. A clock that was moved back may leave
  // a wait that no timer can hold; requests look again long before.
  const timer = setTimeout(
    () => {
      outbox.stopTimer = undefined
      // A clock that stands still is moved by somebody; the request after that looks again.
      const isDue = startingNow(state.pendingDeliveries, outbox.running, now()).length > 0
      if (isDue) startDue(simulation, { hasChanged: false })
    },
    Math.min(waitMs + 10, longestTimerMs),
  )
  outbox.stopTimer = () => clearTimeout(timer)
  // A test or a program that is done need not wait for it.
  const handle: unknown = timer
  if (hasUnref(handle)) handle.unref()
}

function hasUnref(timer: unknown): timer is { unref(): void } {
  return typeof timer === 'object' && timer !== null && 'unref' in timer
}
