// The figures and the commands of one car, read again when something has changed.

import { useCallback, useEffect, useState } from 'react'
import type { ConnectedVehicle } from 'smartcar-connect-react'
import type { CommandOutcome, LiveCar, LiveCommand } from '../../api/live-car.ts'
import { fetchLiveCar, sendCommand } from './live-car-requests.ts'

const nothing = { kind: 'unknown' } as const

/** What is known of the car, and a way to send it a command. */
export type UseLiveCar = {
  /** What Smartcar stored last; nothing yet before it is read. */
  known: Omit<LiveCar, 'id'>
  /** Sends a command and waits for what comes of it. Rejects with a sentence for the person. */
  run: (command: LiveCommand) => Promise<CommandOutcome>
}

const unknown: UseLiveCar['known'] = {
  figures: {
    odometer: nothing,
    charge: nothing,
    range: nothing,
    isCharging: nothing,
    isLocked: nothing,
  },
  commands: [],
}

/**
 * Reads the car when it is shown, and again after each update.
 *
 * @param updates how many there were
 * @param onRefused called when a command failed
 */
export function useLiveCar(
  { id, state }: ConnectedVehicle,
  updates: number,
  onRefused: () => void,
): UseLiveCar {
  const [known, setKnown] = useState(unknown)

  const read = useCallback(
    // Without an answer the card stays as it is; the next update brings the figures.
    () => fetchLiveCar(id).catch(() => undefined),
    [id],
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: `updates` and `state` tell that there is something new
  useEffect(() => {
    let isOver = false
    void read().then(car => {
      if (car && !isOver) setKnown(car)
    })
    return () => {
      isOver = true
    }
  }, [read, updates, state])

  // What a command changes is pushed.
  async function run(command: LiveCommand) {
    const outcome = await sendCommand(id, command)
    if (outcome.outcome !== 'done') {
      onRefused()
      const car = await read()
      if (car) setKnown(car)
    }
    return outcome
  }

  return { known, run }
}
