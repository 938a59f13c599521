// What came of a command.

import { textAt, timeAt, valueAt } from './read-json.ts'
import type { CommandResult } from './smartcar-api-contract.ts'

/** Reads the answer to a command. Without a status it was accepted, and nothing more is known. */
export function commandResult(answer: unknown): CommandResult {
  const data = valueAt(answer, 'data')
  const status =
    textAt(data, 'attributes', 'status', 'value') ?? textAt(data, 'attributes', 'status')
  return {
    ok: status === undefined || status === 'SUCCESS',
    status,
    id: textAt(data, 'id'),
    executedAt: timeAt(data, 'meta', 'executedAt'),
    completedAt: timeAt(data, 'meta', 'completedAt'),
  }
}
