// Keeps the stream of live updates open, as long as somebody listens and somebody is signed in.

import { callApp } from '../call-app.ts'
import { tellDeveloper } from '../messages/advice.ts'
import type { CarsOutcome } from './cars-problem.ts'
import { type CarUpdate, openUpdates } from './live-updates.ts'
import { isPageHidden, watchPage } from './page-watch.ts'
import { retryDelayMs } from './retry-delay.ts'
import { createSilenceWatch } from './silence-watch.ts'
import { createSpacedCall } from './spaced-call.ts'

/** The live updates of one list. */
export type UpdateStream = {
  /** Calls `onUpdate` with each update, until the function that it returns is called. */
  readonly listen: (onUpdate: (update: CarUpdate) => void) => () => void
  /** Whether anybody listens. */
  readonly isWatched: () => boolean
  /** Is told what came of loading the list. */
  readonly onLoaded: (outcome: CarsOutcome<unknown>) => void
  /** Ends what runs. */
  readonly stop: () => void
}

// `EventSource.CLOSED`, which not every page of a test has.
const closed = 2

/**
 * Makes the stream of one list. It is opened after the list was loaded: without a signed-in user it is
 * refused, which a browser writes into its console. While the page is hidden it is closed, as browsers
 * allow six connections to a host of HTTP/1.1, for all tabs together.
 *
 * @param reload loads the list
 */
export function createUpdateStream(backend: string, reload: () => void): UpdateStream {
  const listeners = new Set<(update: CarUpdate) => void>()
  const reloadForUpdate = createSpacedCall(reload)
  const silence = createSilenceWatch(openAgain)
  let stopWatching: (() => void) | undefined
  let source: EventSource | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let isLoaded = false
  // Whether updates may have been missed since somebody listens.
  let wasInterrupted = false
  let failures = 0

  function tell(update: CarUpdate): void {
    if (update.type !== 'signals') reloadForUpdate.ask()
    for (const listener of listeners) callApp(() => listener(update))
  }

  function open(): void {
    if (!isLoaded || listeners.size === 0 || source || isPageHidden()) return
    const opened = openIfPossible()
    source = opened
    if (!opened) return
    opened.onopen = () => {
      failures = 0
      // The first time, too: nobody told this page what happened since the list was loaded.
      if (wasInterrupted) tell({ type: 'resumed' })
      else reload()
    }
    opened.onerror = () => {
      silence.stop()
      wasInterrupted = true
      // A browser gives up for good where the answer is no stream, as during a deployment.
      if (opened.readyState === closed) loadLater()
    }
  }

  function openIfPossible(): EventSource | undefined {
    try {
      return openUpdates(backend, { onUpdate: tell, onEvent: silence.heard })
    } catch (error) {
      // The list is right without it, whenever it is loaded.
      tellDeveloper(error)
      return undefined
    }
  }

  // That opens the stream again, or tells why it cannot be.
  function loadLater(retryAfterSeconds?: number): void {
    clearTimeout(retry)
    retry = setTimeout(reload, retryDelayMs(failures, retryAfterSeconds, Math.random()))
    failures += 1
  }

  function close(): void {
    clearTimeout(retry)
    reloadForUpdate.stop()
    silence.stop()
    source?.close()
  }

  // The list comes first: it tells whether anybody is signed in.
  function openAgain(): void {
    close()
    wasInterrupted = true
    if (!isPageHidden()) reload()
  }

  function stop(): void {
    close()
    source = undefined
    stopWatching?.()
    stopWatching = undefined
  }

  return {
    listen(onUpdate) {
      // Its own, so that the same function may listen twice.
      const listener = (update: CarUpdate) => onUpdate(update)
      listeners.add(listener)
      stopWatching ??= watchPage(openAgain)
      open()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        stop()
        wasInterrupted = false
        failures = 0
      }
    },
    isWatched: () => listeners.size > 0,
    onLoaded(outcome) {
      clearTimeout(retry)
      isLoaded = outcome.ok
      const isGivenUp = source?.readyState === closed
      if (outcome.ok) {
        if (isGivenUp) source = undefined
        open()
        return
      }
      const { code, retryAfterSeconds } = outcome.problem
      if (code === 'signed_out') {
        // It is the stream of the person before, whoever signs in next.
        close()
        source = undefined
        wasInterrupted = true
      } else if (isGivenUp && !isPageHidden() && code !== 'refused') loadLater(retryAfterSeconds)
    },
    stop,
  }
}
