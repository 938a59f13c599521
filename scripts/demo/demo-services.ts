// What the demo is made of: simulator, backend and page, each a process of its own.

import { fileURLToPath } from 'node:url'
import type { ServicePlan } from '../service/service.ts'
import { simulatorProgram } from '../service/simulator-program.ts'
import { writeDemoApplications } from './demo-applications.ts'
import type { DemoPorts } from './demo-ports.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const demo = fileURLToPath(new URL('../../apps/demo', import.meta.url))

/**
 * Plans the demo's three processes. All are told each other's addresses, by `SIMULATOR_URL`,
 * `API_PORT`, `PAGE_PORT` and `APP_ORIGIN`; the simulator sends webhooks to the backend.
 *
 * @param scenario how the simulator behaves; its default when left out
 */
export function demoServices(ports: DemoPorts, scenario?: string): ServicePlan[] {
  const simulatorUrl = `http://localhost:${ports.simulator.port}`
  const apiUrl = `http://localhost:${ports.api.port}`
  const pageUrl = `http://localhost:${ports.page.port}`
  const env = {
    SIMULATOR_URL: simulatorUrl,
    API_PORT: String(ports.api.port),
    PAGE_PORT: String(ports.page.port),
    APP_ORIGIN: pageUrl,
  }
  const simulatorArgs = [
    ...[simulatorProgram(), '--port', String(ports.simulator.port)],
    ...['--applications', writeDemoApplications(apiUrl)],
  ]
  return [
    {
      name: 'The simulator',
      args: scenario ? [...simulatorArgs, '--scenario', scenario] : simulatorArgs,
      folder: root,
      env,
      url: simulatorUrl,
    },
    {
      name: 'The backend',
      args: ['apps/demo/api/serve.ts'],
      folder: root,
      env,
      url: `${apiUrl}/api/health`,
    },
    {
      name: 'The page',
      args: ['node_modules/vite/bin/vite.js', '--port', String(ports.page.port), '--strictPort'],
      folder: demo,
      env,
      url: pageUrl,
    },
  ]
}
