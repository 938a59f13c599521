// One thing that usually breaks, to try: what the official SDK does beside what happens here.

import { type ReactNode, useId } from 'react'
import {
  type ConnectDefaults,
  type ConnectOptions,
  ConnectStatus,
  type Session,
  useSmartcarConnect,
} from 'smartcar-connect-react'
import { blockNextWindow } from './block-next-window.ts'
import type { Experiment } from './experiments.ts'

type ExperimentCardProps<T> = {
  /** What to try. */
  experiment: Experiment
  /** The options of its connection. */
  options: ConnectDefaults
  /** Called with the cars, where one was connected. */
  onCars: (data: T) => void
  /** Called with what happens. */
  onEvent: (session: Session<T>) => void
}

/** A connection of its own, with its own status line. */
export function ExperimentCard<T>(props: ExperimentCardProps<T>): ReactNode {
  const { experiment, options, onCars, onEvent } = props
  const { title, todo, official, here, isBlocked } = experiment
  const id = useId()
  const connect = useSmartcarConnect<T>({
    ...options,
    onSuccess: onCars,
    onEvent,
  } as Partial<ConnectOptions<T>>)

  function openBlocked() {
    const stop = blockNextWindow()
    void connect.open().then(stop)
  }

  return (
    <li className="experiment">
      <h3 id={id}>{title}</h3>
      <button
        data-sc="button"
        data-variant="secondary"
        data-size="compact"
        {...connect.buttonProps}
        {...(isBlocked && { onClick: openBlocked })}
        aria-describedby={id}
      >
        Try it
      </button>
      <dl>
        <div>
          <dt>Official SDK</dt>
          <dd>{official}</dd>
        </div>
        <div>
          <dt>Here</dt>
          <dd>{here}</dd>
        </div>
      </dl>
      {todo && <p>{todo}</p>}
      <ConnectStatus session={connect} />
    </li>
  )
}
