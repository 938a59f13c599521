// The garage by version 2: a code, and tokens in the demo's own vault. The library's components get plain data.

import { type ReactNode, useCallback } from 'react'
import { ReconnectBanner } from 'smartcar-connect-react'
import type { Car, Cars } from '../../api/car.ts'
import { GaragePage, type WayProps } from '../garage/garage-page.tsx'
import type { GarageState } from '../garage/garage-state.ts'
import { codeScope } from '../page/connect-defaults.ts'
import { CarCard } from './car-card.tsx'
import { detailsOf } from './car-details.ts'
import { useCars } from './use-cars.ts'

// The backend starts this session whatever the page does otherwise: only then can it ask the provider
// whether the person really signed in.
const signInAgain = { session: '/api/code/session', exchange: '/api/code/sign-in-again' }

/** The page with cars that are read by their own tokens. */
export function CodeWay(props: WayProps): ReactNode {
  const { list, load, show, remove } = useCars()
  const cars = list.status === 'ready' ? list.cars : []
  const showCars = useCallback(({ cars: connected }: Cars) => show(connected), [show])
  const garage: GarageState =
    list.status === 'ready'
      ? { status: 'ready', count: cars.length }
      : list.status === 'failed'
        ? { ...list, onRetry: load }
        : list

  return (
    <GaragePage<Cars>
      {...props}
      garage={garage}
      scope={codeScope}
      onConnected={showCars}
      countOf={({ cars: connected }) => connected.length}
      renderCars={({ onDisconnected }) => (
        <>
          <ReconnectBanner
            cars={cars.map(detailsOf)}
            connect={signInAgain}
            onSignedIn={data => showCars(data as Cars)}
          />
          <ul className="cars">
            {cars.map((car: Car) => (
              <li key={car.id}>
                <CarCard
                  car={car}
                  onDisconnect={remove}
                  onDisconnected={onDisconnected}
                  onConnected={showCars}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    />
  )
}
