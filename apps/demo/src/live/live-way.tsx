// The garage by version 3: the library's own list of cars, with signals, commands, and updates that are pushed.

import { type ReactNode, useState } from 'react'
import { type ConnectedVehicle, ReconnectBanner, useConnectedCars } from 'smartcar-connect-react'
import { GaragePage, type WayProps } from '../garage/garage-page.tsx'
import type { GarageState } from '../garage/garage-state.ts'
import { LiveCarCard } from './live-car-card.tsx'
import { liveScope } from './live-scope.ts'
import { problemWords } from './problem-words.ts'

/** The page with cars that Smartcar tells about. */
export function LiveWay(props: WayProps): ReactNode {
  // Counts the updates of each car, and under '' those that are about all of them.
  const [updates, setUpdates] = useState<Readonly<Record<string, number>>>({})
  const list = useConnectedCars({
    onUpdate({ vehicleId = '' }) {
      setUpdates(counts => ({ ...counts, [vehicleId]: (counts[vehicleId] ?? 0) + 1 }))
    },
  })
  const { cars, reload } = list

  return (
    <GaragePage<readonly ConnectedVehicle[]>
      {...props}
      garage={garageOf(list)}
      scope={liveScope}
      onConnected={() => void reload()}
      countOf={connected => connected.length}
      renderCars={({ onDisconnected }) => (
        <>
          <ReconnectBanner cars={cars} />
          <ul className="cars">
            {cars.map(car => (
              <li key={car.id}>
                <LiveCarCard
                  car={car}
                  updates={(updates[car.id] ?? 0) + (updates[''] ?? 0)}
                  onDisconnected={onDisconnected}
                  onRefused={() => void reload()}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    />
  )
}

function garageOf(list: ReturnType<typeof useConnectedCars>): GarageState {
  const { status, cars, reload } = list
  // What was loaded before stays while it is loaded again.
  if (status === 'ready' || cars.length > 0) return { status: 'ready', count: cars.length }
  if (status === 'loading') return { status }
  return { status, problem: problemWords(list.problem), onRetry: () => void reload() }
}
