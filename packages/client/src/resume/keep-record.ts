// Keeps the record of a session in this tab as long as the session runs.

import { type SessionToRecord, storeRecord } from './session-record.ts'

/**
 * Stores what a reload of this page needs to go on with the session, and deletes it at its end.
 */
export async function keepRecord({ token, options, url, signal }: SessionToRecord): Promise<void> {
  // Another session may have its record in this tab by now.
  if (signal.aborted) return
  const forget = await storeRecord(token, options, url)
  if (signal.aborted) forget?.()
  else signal.addEventListener('abort', () => forget?.())
}
