// One line of an event, for a developer who has nothing but the console.

import { problemAdvice } from '../problems/problem-advice.ts'
import { refusalAdvice, webhookAdvice } from '../problems/refusal-advice.ts'
import type { ServerEvent } from '../server-event.ts'
import { troubleshooting } from '../troubleshooting.ts'

/** Says in one line what a developer should look at; `undefined` for what needs no attention. */
export function headline(event: ServerEvent): string | undefined {
  switch (event.type) {
    case 'session_refused':
    case 'request_refused':
    case 'exchange_refused':
      return `${event.type}: ${event.reason}. ${refusalAdvice[event.reason]} See ${troubleshooting}#refused`
    case 'webhook_refused':
      return `${event.type}: ${event.reason}. ${webhookAdvice[event.reason]} See ${troubleshooting}#webhook_refused`
    case 'session_failed':
    case 'request_failed':
    case 'exchange_failed':
    case 'refresh_failed':
      return `${event.type}: ${event.problem}${at(event)}. ${problemAdvice[event.problem]} See ${troubleshooting}#${event.problem}`
    case 'outcome_not_stored':
      return `${event.type}${at(event)}. See ${troubleshooting}#outcome_not_stored`
    case 'callback_failed':
      return `${event.type}${at(event)}. See ${troubleshooting}#callback_failed`
    case 'webhook_failed':
      return `${event.type}${at(event)}. See ${troubleshooting}#webhook_failed`
    case 'webhook_not_followed':
      return `${event.type}${at(event)}. See ${troubleshooting}#webhook_not_followed`
    case 'connection_unreadable':
      return `${event.type}: ${event.code}, row ${event.reference}. See ${troubleshooting}#${event.code}`
    case 'simulator_in_production':
      return `${event.type}: people connect cars that do not exist. See ${troubleshooting}#simulator`
    case 'connection_needs_reauth':
    case 'connection_refreshed':
    case 'exchange_replayed':
    case 'exchange_succeeded':
    case 'session_started':
    case 'webhook_handled':
    case 'webhook_verified':
      return undefined
  }
}

function at({ step }: { step?: string | undefined }): string {
  return step === undefined ? '' : ` at ${step}`
}
