// The simulator's application for the demo: the usual one, with a webhook to the demo's backend.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { shownSignals } from '../../apps/demo/api/live-figures.ts'
import type { Application } from '../../packages/simulator/src/index.ts'

/**
 * The applications of a simulator whose webhook calls a backend.
 *
 * @param apiUrl the origin of the backend
 */
export function demoApplications(apiUrl: string): readonly Application[] {
  return [
    {
      clientId: 'demo-client',
      clientSecret: 'demo-secret',
      name: 'Demo application',
      redirectUris: ['http://localhost:*', 'http://127.0.0.1:*', 'http://[::1]:*'],
      machine: { clientId: 'client_demo', clientSecret: 'demo-machine-secret' },
      managementToken: 'demo-management-token',
      webhooks: [
        {
          name: 'Demo',
          callbackUri: `${apiUrl}/api/smartcar/webhook`,
          signals: shownSignals,
          autoSubscribe: true,
        },
      ],
    },
  ]
}

/** Writes them to a file, for the command of the simulator. It is deleted when this process ends. */
export function writeDemoApplications(apiUrl: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'smartcar-connect-demo-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'applications.json')
  writeFileSync(file, JSON.stringify(demoApplications(apiUrl)))
  return file
}
