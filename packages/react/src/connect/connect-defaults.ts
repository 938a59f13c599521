// Options that a provider gives to the hooks and buttons below it.

import { type Context, createContext, useContext } from 'react'
import type { ConnectOptions } from 'smartcar-connect'

/** Any of the options of a connection. */
export type ConnectDefaults = Partial<ConnectOptions>

/** Holds the options of the providers above. */
export const DefaultsContext: Context<ConnectDefaults> =
  /* @__PURE__ */ createContext<ConnectDefaults>({})

/** The options of the providers above. */
export function useConnectDefaults(): ConnectDefaults {
  return useContext(DefaultsContext)
}
