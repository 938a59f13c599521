// What the backend pushes to this page when a webhook has told it something.

import { useEffect, useRef } from 'react'

/** Something that changed. It holds no figures: the page asks for what it shows. */
export type LiveUpdate = {
  type: 'signals' | 'problem' | 'connected' | 'disconnected'
  /** Smartcar's id of the vehicle. */
  vehicleId: string
}

/** What is called with updates. */
export type LiveUpdateHandlers = {
  /** Called with each update. */
  onUpdate: (update: LiveUpdate) => void
  /** Called when the page listens again after it did not: updates may have been missed. */
  onResume: () => void
}

const types: readonly LiveUpdate['type'][] = ['signals', 'problem', 'connected', 'disconnected']

/**
 * Listens as long as the component is there.
 *
 * @param address of the events; `undefined` listens to nothing
 */
export function useLiveUpdates(address: string | undefined, handlers: LiveUpdateHandlers): void {
  const latest = useRef(handlers)
  useEffect(() => {
    latest.current = handlers
  })

  useEffect(() => {
    if (address === undefined) return
    const source = new EventSource(address)
    let wasOpen = false
    source.onopen = () => {
      if (wasOpen) latest.current.onResume()
      wasOpen = true
    }
    for (const type of types) {
      source.addEventListener(type, ({ data }) => latest.current.onUpdate(JSON.parse(data)))
    }
    return () => source.close()
  }, [address])
}
