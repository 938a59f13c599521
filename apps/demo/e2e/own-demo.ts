// A demo for one spec alone, so that its clock can be moved without an effect on other specs.

import { demoPorts } from '../../../scripts/demo/demo-ports.ts'
import { demoServices } from '../../../scripts/demo/demo-services.ts'
import { startService } from '../../../scripts/service/service.ts'

/** A demo that answers. */
export type OwnDemo = {
  /** The address of the page. */
  readonly page: string
  /** The origin of the simulator. */
  readonly simulator: string
  /** Ends all of it. */
  readonly stop: () => Promise<void>
}

/** Starts simulator, backend and page on ports that no other demo uses. */
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
