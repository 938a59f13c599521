// What every card of a car has, whatever is known about the car.

import { type ReactNode, useId } from 'react'
import type { CarName } from '../api/car-name.ts'
import { DisconnectCar } from './disconnect-car.tsx'

type CarFrameProps = CarName & {
  /** Disconnects the car. Rejects with a sentence for the person. */
  onDisconnect: () => Promise<void>
  /** What is known about the car. */
  children: ReactNode
}

/** What a car is called in sentences and labels. */
export function nameOf({ make, model }: Pick<CarName, 'make' | 'model'>): string {
  return [make, model].filter(Boolean).join(' ')
}

/** What the car is, what is known about it, and the way to disconnect it. */
export function CarFrame(props: CarFrameProps): ReactNode {
  const { make, year, onDisconnect, children } = props
  const name = nameOf(props)
  const id = useId()
  return (
    <article className="card car" aria-labelledby={id}>
      <header className="car-head">
        <span className="tile" aria-hidden="true">
          {make.slice(0, 1)}
        </span>
        <h2 id={id}>
          {name} {year > 0 && <span className="year">{year}</span>}
        </h2>
      </header>
      {children}
      <DisconnectCar name={name} onDisconnect={onDisconnect} />
    </article>
  )
}
