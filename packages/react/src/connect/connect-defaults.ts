// Options that a provider gives to the hooks and buttons below it.

import { type Context, createContext, useContext } from 'react'
import type { ConnectOptions } from 'smartcar-connect'
import type { FakeConnect } from '../testing.ts'

/** Any of the options of a connection. */
export type ConnectDefaults = Partial<ConnectOptions>

/** What a provider gives beside options. */
export type ConnectInTests = {
  /**
   * For tests and stories: a fake that every hook and button below uses in place of a connection of
   * its own. Their callbacks are called; their other options are not used.
   *
   * @default each makes a real connection
   */
  connect?: FakeConnect | undefined
}

/** Holds the options of the providers above. */
export const DefaultsContext: Context<ConnectDefaults & ConnectInTests> =
  /* @__PURE__ */ createContext<ConnectDefaults & ConnectInTests>({})

/** The options of the providers above. */
export function useConnectDefaults(): ConnectDefaults & ConnectInTests {
  return useContext(DefaultsContext)
}
