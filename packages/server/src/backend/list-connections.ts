// Reads the whole list of a person's connections, for decisions about what is not in it.

import type { Connection } from '../api/resources.ts'
import type { ConnectionFilter, SmartcarApi } from '../api/smartcar-api-contract.ts'
import { callApp } from '../reporting/call-app.ts'
import { deadlineIn } from '../timing/deadline.ts'

const askingMs = 5_000

/**
 * Reads every page of a list, within five seconds.
 *
 * @throws {StepError} where the list cannot be read to its end, so that nothing is taken for missing.
 */
export function listConnections(
  api: SmartcarApi,
  filter: ConnectionFilter,
): Promise<readonly Connection[]> {
  const deadline = deadlineIn(askingMs)
  async function collect(): Promise<readonly Connection[]> {
    const connections: Connection[] = []
    for await (const connection of api.connections(filter)) {
      connections.push(connection)
      // A list that leads on and on is not read when nobody waits for it any more.
      if (deadline.remainingMs() === 0) break
    }
    return connections
  }
  return callApp('provider.readConnections', collect, askingMs)
}
