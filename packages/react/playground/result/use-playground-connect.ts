// The real connection of the Playground, with what happens in it.

import { useEffect, useState } from 'react'
import { type Connect, createConnect } from '../../src/index.ts'
import type { Car } from '../simulator/exchange-with-simulator.ts'
import { defaults, type PlaygroundState } from '../state/playground-state.ts'
import { connectOptions } from './connect-options.ts'
import type { LogEntry } from './event-log.tsx'
import { nextPerson, personNow } from './person.ts'

/** A connection and its log. */
export type PlaygroundConnect = {
  /** What button and status line get. */
  readonly connect: Connect<Car[]>
  /** What happened, newest last. */
  readonly log: readonly LogEntry[]
  /** Forgets what happened. */
  readonly clear: () => void
}

/** Makes a connection that reads the latest state when it is used. */
export function usePlaygroundConnect(home: URL, state: PlaygroundState): PlaygroundConnect {
  const [log, setLog] = useState<readonly LogEntry[]>([])
  // Whether this state would be refused is shown beside the button; the options of the first are good.
  const [latest] = useState({ state: defaults })
  const [connect] = useState(() =>
    createConnect<Car[]>(() => ({
      ...connectOptions(home, latest.state, personNow()),
      instanceId: 'playground',
      onEvent(session) {
        if (session.status === 'connected') nextPerson()
        setLog(entries => [...entries, { id: entries.length, timeMs: Date.now(), session }])
      },
    })),
  )
  useEffect(() => {
    latest.state = state
  })
  return {
    connect,
    log,
    clear() {
      connect.reset()
      setLog([])
    },
  }
}
