// Defaults for every hook and component below.

import { createContext, type ReactNode, useContext } from 'react'
import type { ConnectOptions } from 'smartcar-connect'
import { type Labels, LabelsContext } from '../locales/labels.ts'

/** Any of the options of a connection. */
export type ConnectDefaults = Partial<ConnectOptions>

const DefaultsContext = /* @__PURE__ */ createContext<ConnectDefaults>({})

/** Props of `SmartcarConnectProvider`: any of the options, for those below that do not give their own. */
export type SmartcarConnectProviderProps = ConnectDefaults & {
  children?: ReactNode
  /** The language of every component below, from `smartcar-connect-react/locales/…`. @default English */
  labels?: Labels | undefined
}

/**
 * Gives options and words to every hook and component below it. Optional: use it when several
 * places connect cars with the same application, or in another language than English.
 *
 * @example
 * <SmartcarConnectProvider clientId="your-client-id" redirectUri={redirectUri} exchange="/api/smartcar/exchange">
 *   <App />
 * </SmartcarConnectProvider>
 */
export function SmartcarConnectProvider(props: SmartcarConnectProviderProps): ReactNode {
  const { children, labels, ...defaults } = props
  const outer = useContext(LabelsContext)
  const value = { ...useConnectDefaults(), ...defaults }
  return (
    <LabelsContext.Provider value={labels ?? outer}>
      <DefaultsContext.Provider value={value}>{children}</DefaultsContext.Provider>
    </LabelsContext.Provider>
  )
}

/** The defaults given above. */
export function useConnectDefaults(): ConnectDefaults {
  return useContext(DefaultsContext)
}
