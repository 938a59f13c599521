// Keeps the record of a session in this tab as long as the session runs.

import { keepSession } from './claim.ts'
import { deleteRecord, type SessionToRecord, storeRecord } from './session-record.ts'

/**
 * Stores what a reload of this page needs to go on with the session, and deletes it at its end.
 *
 * @param onTaken called when another page has taken the session, because this one was frozen
 */
export async function keepRecord(session: SessionToRecord, onTaken: () => void): Promise<void> {
  const { signal } = session
  // Another session may have its record in this tab by now.
  if (signal.aborted) return
  const hash = await storeRecord(session)
  if (!hash) return
  if (signal.aborted) return deleteRecord(hash)
  signal.addEventListener('abort', () => deleteRecord(hash))
  keepSession(hash, onTaken, signal)
}
