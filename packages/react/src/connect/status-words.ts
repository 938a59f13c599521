// The sentence for a session, and the actions that are offered with it.

import type { ConnectErrorCode, Session } from 'smartcar-connect'
import type { ConnectLabels } from '../locales/labels.ts'

/** The sentence for this session; empty while nothing has happened. */
export function statusWords(session: Session, labels: ConnectLabels): string {
  switch (session.status) {
    case 'idle':
      return ''
    case 'preparing':
      return labels.redirecting
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

/**
 * What a person can do next.
 *
 * - `show`: bring the popup to the front
 * - `cancel`: end the session
 * - `retry`: send the grant again, or open Connect again
 * - `here`: open Connect in this tab
 */
export type StatusAction = 'show' | 'cancel' | 'retry' | 'here'

/** The actions that help in this session, the most likely one first. */
export function statusActions(session: Session): readonly StatusAction[] {
  switch (session.status) {
    case 'preparing':
      return ['cancel']
    case 'waiting':
      return session.popup === 'open' ? ['show', 'cancel'] : ['cancel']
    case 'cancelled':
      // The session that took its place has a status line of its own.
      return session.reason === 'superseded' ? [] : ['retry']
    case 'failed':
      if (session.error.code === 'popup_blocked') return ['here', 'retry']
      return needsDeveloper(session.error.code) ? [] : ['retry']
    default:
      return []
  }
}

// The app itself must change before trying again can help.
function needsDeveloper(code: ConnectErrorCode): boolean {
  return code === 'popup_unsupported' || code === 'configuration_error'
}
