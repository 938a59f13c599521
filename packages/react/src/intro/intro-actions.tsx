// The button and the status line of the card, which share one connection.

import { type ReactElement, useContext } from 'react'
import { ConnectButton } from '../connect/connect-button.tsx'
import { ConnectStatus } from '../connect/connect-status.tsx'
import { type ConnectSource, useConnect } from '../connect/use-connect.ts'
import { type Labels, LabelsContext } from '../locales/labels.ts'

type IntroActionsProps = {
  source: ConnectSource
  /** The words of both. @default those of the provider above, else English */
  labels: Pick<Labels, 'language' | 'connect'> | undefined
}

/** A button and a status line for what `source` is. */
export function IntroActions({ source, labels }: IntroActionsProps): ReactElement {
  const contextLabels = useContext(LabelsContext)
  const connect = useConnect(source)
  return (
    // The button takes its words from nowhere else, and neither of them reads more than these.
    <LabelsContext.Provider value={(labels as Labels | undefined) ?? contextLabels}>
      <ConnectButton connect={connect} />
      <ConnectStatus connect={connect} />
    </LabelsContext.Provider>
  )
}
