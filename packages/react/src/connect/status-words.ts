// Which words tell where a session stands, and what can be done about it.

import type { Session } from 'smartcar-connect'
import type { ConnectLabels } from '../locales/labels.ts'

/** The sentence for this session; empty while nothing has happened. */
export function statusWords(session: Session, labels: ConnectLabels): string {
  switch (session.status) {
    case 'idle':
      return ''
    case 'waiting':
      return labels.waiting[session.popup]
    case 'cancelled':
      return labels.cancelled[session.reason]
    case 'failed':
      return labels.failed[session.error.code]
    default:
      return labels[session.status]
  }
}

/** What a person can do next. */
export type StatusAction = 'show' | 'cancel' | 'retry' | 'here'

/** The actions that lead somewhere from here, the likeliest first. */
export function statusActions(session: Session): readonly StatusAction[] {
  switch (session.status) {
    case 'waiting':
      return session.popup === 'open' ? ['show', 'cancel'] : ['cancel']
    case 'cancelled':
      // The newer attempt has a line of its own.
      return session.reason === 'superseded' ? [] : ['retry']
    case 'failed':
      if (session.error.code === 'popup_blocked') return ['here', 'retry']
      return hopeless.has(session.error.code) ? [] : ['retry']
    default:
      return []
  }
}

// Trying again changes nothing here: somebody else has to act first.
const hopeless: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'popup_unsupported',
  'configuration_error',
])
