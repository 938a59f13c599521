// “Your garage”: the heading, the way to connect a car, and the cars.

import type { ReactNode, RefObject } from 'react'
import {
  ConnectButton,
  ConnectIntro,
  ConnectStatus,
  type Scope,
  type UseSmartcarConnect,
} from 'smartcar-connect-react'
import { useLanguage } from '../words/use-language.ts'
import { CarsNotice } from './cars-notice.tsx'
import type { GarageState } from './garage-state.ts'

type GarageProps = {
  /** The cars, or why there are none. */
  garage: GarageState
  /** What a connection asks for. */
  scope: readonly Scope[]
  /** The session and its actions. */
  connect: UseSmartcarConnect<unknown>
  /** How many cars were connected just now. */
  connectedCars: number | undefined
  /** Is given the title, to focus it. */
  heading: RefObject<HTMLHeadingElement | null>
  /** The cars. */
  children: ReactNode
}

/** Before the first car the main action is inside the card that invites; later it is beside the title. */
export function Garage(props: GarageProps): ReactNode {
  const { garage, scope, connect, connectedCars, heading, children } = props
  const { words, labels } = useLanguage()
  const isEmpty = garage.status === 'ready' && garage.count === 0
  const lead = garage.status === 'ready' ? (isEmpty ? 'empty' : 'ready') : garage.status
  return (
    <main className="garage">
      <header className="head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {words.garage}
          </h1>
          <p className="lead">{words.lead[lead]}</p>
        </div>
        {!isEmpty && (
          <ConnectButton connect={connect}>
            {garage.status === 'ready' ? labels.connect.another : labels.connect.button}
          </ConnectButton>
        )}
      </header>
      {isEmpty && (
        <ConnectIntro
          className="intro"
          title={words.intro.title}
          reasons={words.intro.reasons}
          scope={scope}
        >
          <div className="intro-action">
            <ConnectButton connect={connect}>{labels.connect.button}</ConnectButton>
          </div>
        </ConnectIntro>
      )}
      <ConnectStatus session={connect} cars={connectedCars} />
      <section aria-label={words.cars} aria-busy={garage.status === 'loading'}>
        <CarsNotice garage={garage} />
        {garage.status === 'ready' && children}
      </section>
    </main>
  )
}
