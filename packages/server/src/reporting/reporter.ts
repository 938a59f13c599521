// Tells developers what happened: through `onEvent`, or through the console while developing.

import { isProduction } from '../options/is-production.ts'
import type { OnEvent, ServerEvent } from '../server-event.ts'
import { troubleshooting } from '../troubleshooting.ts'
import { headline } from './headline.ts'
import { basicCredentials, createRedactor, type Secrets } from './redact.ts'

/**
 * Reports an event; never throws and never waits.
 *
 * @param secrets the code, tokens and state of this request, which are taken out of the event.
 */
export type Report = (event: ServerEvent, secrets?: Secrets) => void

/** Credentials of the application; the secret is taken out of every event. */
export type ReporterCredentials = { clientId: string; clientSecret: string }

/** Says whether the console may be used: on a developer's machine, and not where nothing is known. */
function isConsoleOpen(): boolean {
  return typeof process !== 'undefined' && !isProduction()
}

function show(...values: unknown[]): void {
  try {
    // biome-ignore lint/suspicious/noConsole: a developer without `onEvent` has nothing else to look at.
    console.error(...values)
  } catch {
    // A console that is closed or patched must not end a request.
  }
}

/** Says whether the operator must see this on the console, wherever the events go. */
function isLoud({ type }: ServerEvent): boolean {
  return type === 'simulator_in_production'
}

/** Says whether this concerns every request, so that even production shows it without `onEvent`. */
function isMistake(event: ServerEvent): boolean {
  const isOption = 'step' in event && event.step === 'options'
  return isOption || ('problem' in event && event.problem === 'configuration')
}

/**
 * Creates the function that reports events.
 *
 * With `onEvent`, events go there and nowhere else. Without it, failures and refusals are shown on
 * the console outside production. What `onEvent` throws or rejects with is shown once on the console
 * outside production, and dropped otherwise.
 */
export function createReporter(
  onEvent: OnEvent | undefined,
  credentials: readonly (ReporterCredentials | undefined)[] = [],
): Report {
  const known = credentials.flatMap(pair =>
    pair === undefined
      ? []
      : [pair.clientSecret, ...basicCredentials(pair.clientId, pair.clientSecret)],
  )
  let hasFailed = false

  /** Only what comes from outside is redacted: a made-up code must not be able to rename an event. */
  function clean(event: ServerEvent, secrets: Secrets): ServerEvent {
    if (!('cause' in event)) return event
    const redact = createRedactor([...known, ...secrets])
    const { cause, providerError } = event
    return {
      ...event,
      cause: redact(cause),
      ...(providerError !== undefined && { providerError: String(redact(providerError)) }),
    }
  }

  function onEventFailed(cause: unknown, secrets: Secrets): void {
    if (hasFailed || !isConsoleOpen()) return
    hasFailed = true
    const message = `smartcar-connect-server: onEvent failed, so events are lost. Make it catch its own errors. See ${troubleshooting}#onEvent`
    show(message, createRedactor([...known, ...secrets])(cause))
  }

  return (event, secrets = []) => {
    const told = clean(event, secrets)
    if (onEvent !== undefined && isLoud(told)) show(`smartcar-connect-server: ${headline(told)}`)
    if (onEvent === undefined) {
      const isShown = isConsoleOpen() || isLoud(told) || isMistake(told)
      const line = isShown ? headline(told) : undefined
      if (line === undefined) return
      show(`smartcar-connect-server: ${line}`, ...('cause' in told ? [told.cause] : []))
      return
    }
    async function tell(): Promise<void> {
      await onEvent?.(told)
    }
    tell().catch(cause => onEventFailed(cause, secrets))
  }
}
