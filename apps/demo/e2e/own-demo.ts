// A demo for one spec alone, so that nobody else's clock moves.

import { demoPorts } from '../../../scripts/demo-ports.ts'
import { demoServices } from '../../../scripts/demo-services.ts'
import { startService } from '../../../scripts/service.ts'

/** A demo that answers. */
export type OwnDemo = { page: string; simulator: string; stop: () => Promise<void> }

/** Starts simulator, backend and page on ports that neither a person's nor the other specs' use. */
export async function startOwnDemo(): Promise<OwnDemo> {
  const ports = demoPorts({ SIMULATOR_PORT: '4130', API_PORT: '5294', PAGE_PORT: '5293' })
  const services = demoServices(ports).map(plan => startService(plan, false))
  async function stop() {
    await Promise.all(services.map(service => service.stop()))
  }
  try {
    await Promise.all(services.map(({ ready }) => ready))
  } catch (error) {
    await stop()
    throw error
  }
  return {
    page: `http://localhost:${ports.page.port}`,
    simulator: `http://localhost:${ports.simulator.port}`,
    stop,
  }
}
