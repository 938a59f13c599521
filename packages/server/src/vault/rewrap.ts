// Protects records with the current key of the ring, a batch at a time.

import type { Report } from '../reporting/reporter.ts'
import type { ConnectionRecord, ConnectionStore } from '../stores/connection-store.ts'
import type { KeyRing } from './key-ring.ts'
import { rewrapConnection } from './sealed-connection.ts'
import { unreadableCode } from './vault-error.ts'

const batchSize = 100

/** What rewrapping is given. */
export type RewrapContext = {
  /** Keeps the sealed tokens. */
  store: Pick<ConnectionStore, 'connectionsToRewrap' | 'rewrapConnection'>
  /** Unwraps with the old keys and wraps with the current one. */
  ring: KeyRing
  /** Names the application that the tokens are sealed for. */
  application: string
  /** Reports events; never throws. */
  emit: Report
}

/**
 * Creates the function that rewraps the next batch.
 *
 * It walks through the records in order and remembers where it is, so that a record that does not
 * open is passed over, and what is done is never read again. At the end it starts once more, because
 * a process with the old configuration may have written behind it.
 *
 * @returns a function that returns how many records it did; 0 when none is left that opens.
 */
export function createRewrap({
  store,
  ring,
  application,
  emit,
}: RewrapContext): () => Promise<number> {
  let after: ConnectionRecord | undefined
  let doneInThisRound = 0
  let reported = new Set<string>()

  async function rewrapOne(record: ConnectionRecord): Promise<boolean> {
    const { idHash: reference } = record
    let rewrapped: ConnectionRecord
    try {
      rewrapped = await rewrapConnection(ring, application, record)
    } catch (thrown) {
      if (!reported.has(reference)) {
        reported.add(reference)
        emit({ type: 'connection_unreadable', reference, code: unreadableCode(thrown) })
      }
      return false
    }
    // A record that changed since it was read was written with the current key anyway.
    await store.rewrapConnection(rewrapped)
    return true
  }

  async function rewrapNext(): Promise<number> {
    for (;;) {
      const records = await store.connectionsToRewrap(ring.currentKid, batchSize, after)
      let done = 0
      for (const record of records) {
        if (await rewrapOne(record)) done += 1
        after = record
      }
      doneInThisRound += done
      if (done > 0) return done
      if (records.length < batchSize) {
        const isOver = doneInThisRound === 0
        after = undefined
        doneInThisRound = 0
        if (isOver) {
          reported = new Set()
          return 0
        }
      }
      // Other work gets its turn, also where the database answers at once.
      await new Promise(resolve => setTimeout(resolve))
    }
  }
  return rewrapNext
}
