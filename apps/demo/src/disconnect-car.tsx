// The button that disconnects a car, and the question that takes its place.

import { type ReactNode, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { ConfirmDisconnect } from './confirm-disconnect.tsx'

type DisconnectCarProps = {
  /** The car's name, so that the buttons of several cars can be told apart. */
  name: string
  /** Disconnects the car. Rejects with a sentence for the person. */
  onDisconnect: () => Promise<void>
}

/** A button that is replaced by the question, and the question by the button. The focus follows. */
export function DisconnectCar({ name, onDisconnect }: DisconnectCarProps): ReactNode {
  const [asking, setAsking] = useState(false)
  const trigger = useRef<HTMLButtonElement>(null)
  const keep = useRef<HTMLButtonElement>(null)

  function show(question: boolean) {
    flushSync(() => setAsking(question))
    const next = question ? keep : trigger
    next.current?.focus()
  }

  return (
    <footer className="car-foot">
      {asking ? (
        <ConfirmDisconnect
          name={name}
          onDisconnect={onDisconnect}
          keep={keep}
          onKeep={() => show(false)}
        />
      ) : (
        <button
          type="button"
          className="quiet"
          aria-label={`Disconnect ${name}`}
          ref={trigger}
          onClick={() => show(true)}
        >
          Disconnect
        </button>
      )}
    </footer>
  )
}
