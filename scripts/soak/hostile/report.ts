// The counts of a run, for its table.

import { type Books, saysUncertain } from './books.ts'

/** Numbers by name: codes, tokens, and how the sessions ended. */
export function countsOf(books: Books): Readonly<Record<string, number>> {
  const { granted, sent, stored, sessions } = books
  const labels = sent.map(({ label }) => label)
  const taken = sent.filter(({ isTaken }) => isTaken)
  const counts: Record<string, number> = {
    'codes granted': granted.length,
    'codes sent': new Set(labels).size,
    'codes taken': new Set(taken.map(({ label }) => label)).size,
    'codes sent again': labels.length - new Set(labels).size,
    'tokens stored': stored.length,
    sessions: sessions.length,
  }
  const endings = sessions.map(end => {
    const { status, why, problem } = end
    return [status, why, problem].filter(part => part !== undefined).join(' ')
  })
  for (const ending of endings.toSorted()) counts[ending] = (counts[ending] ?? 0) + 1
  counts['told that nobody knows'] = sessions.filter(saysUncertain).length
  return counts
}
