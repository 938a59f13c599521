// Defaults for every hook and button below.

import { createContext, type ReactNode, useContext } from 'react'
import type { ConnectOptions } from 'smartcar-connect'

/** Any of the options of a connection. */
export type ConnectDefaults = Partial<ConnectOptions>

const DefaultsContext = createContext<ConnectDefaults>({})

/** Props of `SmartcarConnectProvider`: any of the options, for those below that do not give their own. */
export type SmartcarConnectProviderProps = ConnectDefaults & { children?: ReactNode }

/**
 * Gives options to every `useSmartcarConnect` and `ConnectButton` below it. Optional: use it when
 * several places connect cars with the same application.
 *
 * @example
 * <SmartcarConnectProvider clientId="your-client-id" redirectUri={redirectUri} exchange="/api/smartcar/exchange">
 *   <App />
 * </SmartcarConnectProvider>
 */
export function SmartcarConnectProvider(props: SmartcarConnectProviderProps): ReactNode {
  const { children, ...defaults } = props
  const outer = useConnectDefaults()
  const value = { ...outer, ...defaults }
  return <DefaultsContext.Provider value={value}>{children}</DefaultsContext.Provider>
}

/** The defaults given above. */
export function useConnectDefaults(): ConnectDefaults {
  return useContext(DefaultsContext)
}
