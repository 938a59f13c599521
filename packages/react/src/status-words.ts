// Which words tell where a session stands.

import type { Session } from 'smartcar-connect'
import type { ConnectLabels } from './locales/en.ts'

/** The sentence for this session; empty while nothing has happened. */
export function statusWords(session: Session, { status }: ConnectLabels): string {
  switch (session.status) {
    case 'waiting':
      return status.waiting[session.popup]
    case 'cancelled':
      return status.cancelled[session.reason]
    case 'failed':
      return status.failed[session.error.code]
    default:
      return status[session.status]
  }
}
