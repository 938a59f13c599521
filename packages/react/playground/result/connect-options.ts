// The options of the connection in the Playground, for either way.

import type { BackendOptions, EndpointOptions } from '../../src/index.ts'
import { askedParams, connectParams, pageOptions } from '../code/connect-params.ts'
import { backendPath, redirectUriAt } from '../simulator/application.ts'
import { settingsPart } from '../simulator/backend-settings.ts'
import { type Car, exchangeWithSimulator } from '../simulator/exchange-with-simulator.ts'
import type { PlaygroundState } from '../state/playground-state.ts'

/**
 * The options for this state.
 *
 * @param person who is signed in to the app
 */
export function connectOptions(
  home: URL,
  state: PlaygroundState,
  person: string,
): BackendOptions<Car[]> | EndpointOptions<Car[]> {
  const { scenario, language, theme, way, applicationId } = state
  const redirectUri = redirectUriAt(home)
  const asked = askedParams(state)
  // Only the simulator knows these flags, so they are in no address and no code that is handed on.
  const flags = { ...asked.flags, scenario, language, theme }
  if (way === 'backend') {
    const params = { ...asked, flags }
    const part = settingsPart({ person, applicationId, params })
    return { ...pageOptions(state), backend: `${backendPath(home)}/${part}`, redirectUri }
  }
  return {
    ...pageOptions(state),
    ...connectParams(state, redirectUri),
    flags,
    connectOrigin: home.origin,
    exchange: (grant, { signal }) => exchangeWithSimulator(home, grant, signal),
  }
}
