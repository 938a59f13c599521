// The question before a car is disconnected.

import { type KeyboardEvent, type ReactNode, type RefObject, useState } from 'react'

type ConfirmDisconnectProps = {
  name: string
  /** Rejects with a sentence for the person. */
  onDisconnect: () => Promise<void>
  /** Gets the button that changes nothing: the one to focus first. */
  keep: RefObject<HTMLButtonElement | null>
  onKeep: () => void
}

type Progress = { status: 'asking' | 'working' } | { status: 'failed'; problem: string }

/** *Yes, disconnect* or *Keep it*; Escape keeps it. What went wrong is said here, too. */
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
