// Sends a command to a car and answers with what came of it: at once, streamed, or not at all.

import { sendCommand } from '../api/car-now.ts'
import { vehicleFault } from '../api/vehicle-fault.ts'
import type { SimulatorContext } from '../http/context.ts'
import { jsonResponse } from '../http/json-response.ts'
import { scenarioOf } from '../scenarios/scenarios.ts'
import type { CarCommand } from '../world/car-commands.ts'
import type { Fault } from '../world/fault.ts'
import { randomUuid } from '../world/random-id.ts'
import { answerV3 } from './answer.ts'
import { errorDocumentV3, errorV3 } from './error.ts'
import type { Execution } from './execution-document.ts'
import type { FoundVehicle } from './vehicle-access.ts'

const slowMs = 3000

/**
 * Lets the car obey, and answers. Success is 200 with the document; after a longer time the
 * provider sends 202 first, and the document, which may be an error, on the same answer.
 */
export function carryOut(
  c: SimulatorContext,
  { connection, vehicle }: FoundVehicle,
  command: CarCommand,
  documentOf: (execution: Execution) => unknown,
): Response {
  const { vehicleId, scenario } = connection
  const now = scenarioOf(scenario, c.env.state.scenario)
  const { commands } = now
  const fault =
    vehicleFault(now, connection) ??
    (commands === 'slow-failing' ? unreachable : sendCommand(c.env, vehicleId, vehicle, command))
  const executedAtMs = c.env.now()
  if (commands === 'slow' || commands === 'slow-failing') {
    const execution: Execution = {
      executedAtMs,
      durationInSeconds: slowMs / 1000,
      executionMode: 'async',
    }
    const document = fault === undefined ? documentOf(execution) : errorDocumentV3(fault)
    return streamed(document, () => c.env.wait(slowMs))
  }
  if (fault !== undefined) return errorV3(fault)
  // A gateway gave up, so the body is none of the provider's documents. Its form is approximate.
  if (commands === 'time-out') return jsonResponse({ message: 'Gateway Timeout' }, 504)
  return answerV3(documentOf({ executedAtMs, durationInSeconds: 0, executionMode: 'sync' }))
}

/** Answers 202 now and sends the document later. */
function streamed(document: unknown, wait: () => Promise<void>): Response {
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      await wait()
      controller.enqueue(new TextEncoder().encode(JSON.stringify(document)))
      controller.close()
    },
  })
  return new Response(body, {
    status: 202,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
      'SC-Request-Id': randomUuid(),
      // The length is not known yet, so the headers are sent at once.
      'Transfer-Encoding': 'chunked',
    },
  })
}

const unreachable: Fault = {
  type: 'VEHICLE_STATE',
  code: 'UNREACHABLE',
  description: 'The vehicle did not answer in time.',
  resolution: { type: 'RETRY_LATER' },
}
