// The garage by version 3: signals, commands, and updates that are pushed.

import type { ReactNode } from 'react'
import type { LiveCar, LiveCommand } from '../api/live-car.ts'
import { connectDefaults } from './connect-defaults.ts'
import { GaragePage } from './garage-page.tsx'
import { LiveCarCard } from './live-car-card.tsx'
import { fetchLiveCar, fetchLiveCars, removeLiveCar, sendCommand } from './live-car-requests.ts'
import type { SimulatorLook } from './simulator-flags.ts'
import { useGarage } from './use-garage.ts'
import { useLiveUpdates } from './use-live-updates.ts'

const requests = { fetchCars: fetchLiveCars, removeCar: removeLiveCar }

/** The page with cars that Smartcar tells about. */
export function LiveWay({ waySelect }: { waySelect: ReactNode }): ReactNode {
  const cars = useGarage<LiveCar>(requests)
  const { garage, load, put, drop } = cars

  // Without an answer the card stays as it is; the next update brings the figures.
  async function refresh(id: string) {
    const car = await fetchLiveCar(id).catch(() => undefined)
    if (car) put(car)
    if (car === null) drop(id)
  }

  // What a command changes is pushed. One that fails may have found out that the person has to sign in.
  async function run(id: string, command: LiveCommand) {
    const outcome = await sendCommand(id, command)
    if (outcome.outcome !== 'done') void refresh(id)
    return outcome
  }

  // Before the first list there is no app session to listen with.
  useLiveUpdates(garage.status === 'ready' ? '/api/smartcar/events' : undefined, {
    onUpdate: ({ type, vehicleId }) =>
      type === 'disconnected' ? drop(vehicleId) : void refresh(vehicleId),
    onResume: load,
  })

  return (
    <GaragePage
      cars={cars}
      waySelect={waySelect}
      defaults={connectDefaults.live}
      optionsFor={backendFor}
      renderCar={(car, actions) => (
        <LiveCarCard car={car} onCommand={command => run(car.id, command)} {...actions} />
      )}
    />
  )
}

// Any path below the backend's is the backend, too. This one tells it which scenario the simulator is
// asked for, as it makes the address.
function backendFor({ scenario }: SimulatorLook): { backend: string } {
  return { backend: `/api/smartcar${scenario && `/scenario/${scenario}`}` }
}
