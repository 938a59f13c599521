// One connection as a row of pictures: before, the window, finishing, done; and below it how it can end otherwise.

import type { ReactNode } from 'react'
import {
  ConnectError,
  ConnectedCar,
  ConnectIntro,
  ConnectStatus,
  type Session,
} from '../../src/index.ts'
import { createFakeConnect } from '../../src/testing.ts'

type Step = {
  readonly title: string
  /** What a person does, or what happens. */
  readonly what: string
  readonly picture: ReactNode
}

function line(session: Session): ReactNode {
  return <ConnectStatus connect={createFakeConnect(session)} />
}

const way: readonly Step[] = [
  {
    title: '1. Before',
    what: 'Says why, what is asked for, and what is not.',
    picture: (
      <ConnectIntro scope={['read_odometer']} reasons={['See how far it has driven.']}>
        <button type="button" data-sc="button">
          Connect your car
        </button>
      </ConnectIntro>
    ),
  },
  {
    title: '2. The window',
    what: 'The person chooses the brand, signs in, and agrees. The page waits, and says where to go on.',
    picture: line({ status: 'waiting', popup: 'open' }),
  },
  {
    title: '3. Finishing',
    what: 'The window has closed itself. The backend takes what came back.',
    picture: line({ status: 'exchanging', grant: {} }),
  },
  {
    title: '4. Done',
    what: 'Said once, and then the car itself says it.',
    picture: (
      <>
        {line({ status: 'connected', grant: {}, data: undefined })}
        <ConnectedCar car={{ make: 'KIA', model: 'EV6', year: 2023 }} />
      </>
    ),
  },
]

const otherwise: readonly Step[] = [
  {
    title: 'At 1: blocked',
    what: 'The browser opens no window. This tab can do it instead.',
    picture: line({ status: 'failed', error: new ConnectError('popup_blocked') }),
  },
  {
    title: 'At 2: closed',
    what: 'The person closed the window. A late answer still counts.',
    picture: line({ status: 'cancelled', reason: 'popup_closed' }),
  },
  {
    title: 'At 2: cannot be seen',
    what: 'A page in the window isolated itself. It may still be open, so nothing is over.',
    picture: line({ status: 'waiting', popup: 'lost' }),
  },
  {
    title: 'At 2: no',
    what: 'The person did not agree. That is no failure.',
    picture: line({ status: 'failed', error: new ConnectError('access_denied') }),
  },
  {
    title: 'At 3: the network',
    what: 'The same answer can be sent again.',
    picture: line({ status: 'failed', error: new ConnectError('network_error') }),
  },
  {
    title: 'At 3: refused',
    what: 'The same answer would be refused again, so it begins anew.',
    picture: line({
      status: 'failed',
      error: new ConnectError('exchange_failed', { status: 400 }),
    }),
  },
]

/** All of it. */
export function Storyboard(): ReactNode {
  return (
    <div className="storyboard">
      <Steps name="The way" steps={way} />
      <Steps name="How it can end otherwise" steps={otherwise} />
    </div>
  )
}

function Steps({ name, steps }: { name: string; steps: readonly Step[] }): ReactNode {
  return (
    <section aria-label={name}>
      <h2>{name}</h2>
      <ol>
        {steps.map(({ title, what, picture }) => (
          <li key={title}>
            <h3>{title}</h3>
            <p>{what}</p>
            <div className="storyboard-picture">{picture}</div>
          </li>
        ))}
      </ol>
    </section>
  )
}
