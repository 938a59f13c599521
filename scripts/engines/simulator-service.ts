// The simulator as a process of its own, on a free port and on another site than the app.

import { freePort } from '../service/free-port.ts'
import { type ServicePlan, startService } from '../service/service.ts'
import { simulatorProgram } from '../service/simulator-program.ts'

/** A simulator that answers. */
export type RunningSimulator = {
  readonly origin: string
  /** Ends its process. */
  readonly stop: () => Promise<void>
}

/**
 * Starts the simulator. The app is at `localhost`, so 127.0.0.1 is another site, as the provider is.
 *
 * @param options more of the simulator's command line
 */
export async function startSimulator(...options: string[]): Promise<RunningSimulator> {
  const port = `${await freePort()}`
  const origin = `http://127.0.0.1:${port}`
  const plan: ServicePlan = {
    name: 'The simulator',
    args: [simulatorProgram(), '--port', port, ...options],
    folder: import.meta.dirname,
    env: {},
    url: origin,
  }
  const { ready, ended, stop } = startService(plan, false)
  const failed = ended.then(why => Promise.reject(new Error(why)))
  await Promise.race([ready, failed])
  failed.catch(() => {})
  return { origin, stop }
}
