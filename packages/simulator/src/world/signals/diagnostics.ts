// The signals of what is wrong with a car. None of their bodies is recorded.

import { type DiagnosticSystem, diagnosticSystems } from '../readings/diagnostics.ts'
import { quantity, type ReadBody, type Signal, signalsOf } from './signal.ts'

/** The signals of the group Diagnostics. */
export const diagnosticSignals: readonly Signal[] = signalsOf('Diagnostics', 'read_diagnostics', {
  ...Object.fromEntries(diagnosticSystems.map(system => [system, statusOf(system)])),
  DTCCount: ({ readings: { diagnostics } }) => quantity(diagnostics?.codes.length, 'count'),
  DTCList: ({ readings: { diagnostics } }) =>
    diagnostics && {
      values: diagnostics.codes.map(({ code, atMs }) => ({
        code,
        timestamp: new Date(atMs).toISOString(),
      })),
    },
})

function statusOf(system: DiagnosticSystem): ReadBody {
  return ({ readings: { diagnostics } }) => {
    const found = diagnostics?.systems.find(({ name }) => name === system)
    return found && { status: found.status, description: found.description }
  }
}
