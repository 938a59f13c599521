// The question before a car is disconnected.

import { type KeyboardEvent, type ReactNode, type RefObject, useState } from 'react'

type ConfirmDisconnectProps = {
  /** The car's name. */
  name: string
  /** Disconnects the car. Rejects with a sentence for the person. */
  onDisconnect: () => Promise<void>
  /** Is given the button *Keep it*, which should have the focus first. */
  keep: RefObject<HTMLButtonElement | null>
  /** Called when the person decides to keep the car. */
  onKeep: () => void
}

type Progress = { status: 'asking' | 'working' } | { status: 'failed'; problem: string }

/** *Yes, disconnect* or *Keep it*. Escape keeps it. Shows what went wrong, too. */
export function ConfirmDisconnect(props: ConfirmDisconnectProps): ReactNode {
  const { name, onDisconnect, keep, onKeep } = props
  const [progress, setProgress] = useState<Progress>({ status: 'asking' })
  const working = progress.status === 'working'

  function disconnect() {
    if (working) return
    setProgress({ status: 'working' })
    onDisconnect().catch((error: Error) =>
      setProgress({ status: 'failed', problem: error.message }),
    )
  }

  function onKeyDown({ key }: KeyboardEvent) {
    if (key === 'Escape') onKeep()
  }

  return (
    <fieldset onKeyDown={onKeyDown}>
      <legend>Disconnect {name}?</legend>
      <p className="problem" role="alert">
        {progress.status === 'failed' && progress.problem}
      </p>
      <button type="button" className="danger" aria-busy={working} onClick={disconnect}>
        <span className="ring" />
        Yes, disconnect
      </button>
      <button type="button" ref={keep} onClick={onKeep}>
        Keep it
      </button>
    </fieldset>
  )
}
