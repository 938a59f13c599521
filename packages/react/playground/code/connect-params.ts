// What the state asks Connect for, without what is so by itself.

import type { ConnectParams } from '../../src/index.ts'
import type { PlaygroundState } from '../state/playground-state.ts'

/** The parameters that shape Connect, whoever sends them: the server or the page. */
export type AskedParams = Pick<
  ConnectParams,
  | 'scope'
  | 'mode'
  | 'make'
  | 'singleSelect'
  | 'singleSelectVin'
  | 'approvalPrompt'
  | 'flags'
  | 'user'
>

/** What Connect is asked for; defaults and empty values are left out. */
export function askedParams(state: PlaygroundState): AskedParams {
  const { scope, mode, make, singleSelect, singleSelectVin, approvalPrompt, country, user } = state
  return {
    ...(scope.length > 0 && { scope }),
    ...(mode !== 'live' && { mode }),
    ...(make && { make }),
    ...(singleSelect && { singleSelect }),
    ...(singleSelectVin && { singleSelectVin }),
    ...(approvalPrompt !== 'auto' && { approvalPrompt }),
    ...(country && { flags: { country } }),
    ...(user && { user }),
  }
}

/** Options that are the page's own, both ways; defaults and empty values are left out. */
export function pageOptions(state: PlaygroundState): {
  presentation?: PlaygroundState['presentation']
  popup?: { width: number; height: number }
  state?: string
  vehicleId?: string
} {
  const { presentation, popupWidth: width, popupHeight: height, vehicleId } = state
  return {
    ...(presentation !== 'popup' && { presentation }),
    ...((width !== 500 || height !== 720) && { popup: { width, height } }),
    ...(state.state && { state: state.state }),
    ...(vehicleId && { vehicleId }),
  }
}

/** All parameters of Connect's address, as the page or the backend sends them. */
export function connectParams(state: PlaygroundState, redirectUri: string): ConnectParams {
  const { way, applicationId, externalId, vehicleId } = state
  return {
    applicationId,
    redirectUri,
    ...askedParams(state),
    ...(state.state && { state: state.state }),
    ...(vehicleId && { vehicleId }),
    ...(way === 'backend'
      ? { responseType: 'none' as const, externalId: 'made-by-the-server' }
      : externalId && { externalId }),
  }
}
