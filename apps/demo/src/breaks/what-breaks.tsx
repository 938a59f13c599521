// “Try what usually breaks”: five ways in which popups fail, to click through.

import type { ReactNode } from 'react'
import type { ConnectDefaults, Session } from 'smartcar-connect-react'
import { ExperimentCard } from './experiment-card.tsx'
import { experiments } from './experiments.ts'

type WhatBreaksProps<T> = {
  /** The options of a connection in a scenario; `''` is the simulator's own choice. */
  optionsFor: (scenario: string) => ConnectDefaults
  /** Called with the cars, where one was connected. */
  onCars: (data: T) => void
  /** Called with what happens. */
  onEvent: (session: Session<T>) => void
}

/** A card for each experiment. */
export function WhatBreaks<T>({ optionsFor, onCars, onEvent }: WhatBreaksProps<T>): ReactNode {
  return (
    <section className="breaks" aria-labelledby="breaks" lang="en" dir="ltr">
      <h2 id="breaks">Try what usually breaks</h2>
      <p className="lead">
        Connecting is easy while all goes well. These five are why this library exists.
      </p>
      <ul className="experiments">
        {experiments.map(experiment => (
          <ExperimentCard
            key={experiment.id}
            experiment={experiment}
            options={optionsFor(experiment.scenario ?? '')}
            onCars={onCars}
            onEvent={onEvent}
          />
        ))}
      </ul>
    </section>
  )
}
