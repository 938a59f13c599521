'use client'
// Options and words for every hook and component below it.

import { type ReactElement, type ReactNode, useContext } from 'react'
import { type Labels, LabelsContext } from '../locales/labels.ts'
import {
  type ConnectDefaults,
  type ConnectInTests,
  DefaultsContext,
  useConnectDefaults,
} from './connect-defaults.ts'

/** Any of the options of a connection, for those below that do not give their own. */
export type SmartcarConnectProviderProps = ConnectDefaults &
  ConnectInTests & {
    /** The part of the app that these options and words are for. */
    children?: ReactNode
    /**
     * The language of every component below, from `smartcar-connect-react/locales/…`.
     *
     * @default the language of the provider above, else English
     */
    labels?: Labels | undefined
  }

/**
 * Gives options and words to every hook and component below it. Optional: use it when several
 * places connect cars with the same application, or in another language than English. Providers
 * nest: the options of the inner one add to those of the outer one.
 *
 * @returns its children, with nothing around them
 *
 * @example
 * <SmartcarConnectProvider backend="/api/smartcar">
 *   <App />
 * </SmartcarConnectProvider>
 *
 * @example
 * // by a code, in Smartcar's version 2
 * <SmartcarConnectProvider clientId="your-client-id" redirectUri={redirectUri} exchange="/api/smartcar/exchange">
 *   <App />
 * </SmartcarConnectProvider>
 */
export function SmartcarConnectProvider(props: SmartcarConnectProviderProps): ReactElement {
  const { children, labels, ...own } = props
  const outerLabels = useContext(LabelsContext)
  const defaults = { ...useConnectDefaults(), ...own } as ConnectDefaults & ConnectInTests
  return (
    <LabelsContext.Provider value={labels ?? outerLabels}>
      <DefaultsContext.Provider value={defaults}>{children}</DefaultsContext.Provider>
    </LabelsContext.Provider>
  )
}
