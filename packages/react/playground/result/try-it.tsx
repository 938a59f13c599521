// The button, what it says of itself, and what is wrong before it can be pressed.

import { type ReactNode, useMemo } from 'react'
import {
  type Connect,
  ConnectButton,
  ConnectStatus,
  carName,
  useSmartcarConnect,
} from '../../src/index.ts'
import { fieldFor, showField } from '../form/show-field.ts'
import type { Car } from '../simulator/exchange-with-simulator.ts'
import { leavingObstacle } from '../simulator/leaving-obstacle.ts'
import { canLeave } from '../simulator/open-in-simulator.ts'
import type { StartProblem } from '../simulator/start-problem.ts'
import { aloneAddress } from '../state/link.ts'
import type { PlaygroundState } from '../state/playground-state.ts'
import type { ConnectAddressResult } from './connect-address.tsx'
import type { PlaygroundConnect } from './use-playground-connect.ts'

/** Whether the simulator can be used. */
export type SimulatorState = 'starting' | 'ready' | StartProblem

/** The part of the page where the button is. */
export function TryIt({
  home,
  state,
  connect,
  result,
  simulator,
  onRetry,
}: {
  home: URL
  state: PlaygroundState
  connect: PlaygroundConnect['connect']
  result: ConnectAddressResult
  simulator: SimulatorState
  onRetry: () => void
}): ReactNode {
  const { language, label, variant, size, fullWidth } = state
  const place = { isFramed: window.top !== window, canLeave: canLeave() }
  const obstacle = leavingObstacle(state.presentation, place)
  const isReady = simulator === 'ready' && result.ok && !obstacle
  const look = { variant, size, fullWidth }
  const usable = useMemo(() => (isReady ? connect : withoutOpening(connect)), [connect, isReady])
  return (
    <>
      <div className="pg-button" lang={language} data-simulator={isReady ? 'ready' : undefined}>
        <ConnectButton
          connect={usable}
          {...look}
          // It stays where the focus can find it, with the reason beside it.
          aria-disabled={!isReady || undefined}
        >
          {label || undefined}
        </ConnectButton>
        <ConnectStatus connect={usable} />
        <Cars connect={connect} />
      </div>
      {!result.ok && <Refusal result={result} />}
      {obstacle && (
        <div className="pg-problem" role="alert">
          <p>{obstacle.message}</p>
          {obstacle.isFrame && (
            <a href={aloneAddress(home, state)} target="_blank" rel="noreferrer">
              Open in a tab of its own
            </a>
          )}
        </div>
      )}
      <Simulator simulator={simulator} onRetry={onRetry} />
    </>
  )
}

/** The same connection, which neither opens nor asks a backend that is not there yet. */
function withoutOpening<T>(connect: Connect<T>): Connect<T> {
  return {
    ...connect,
    prepare() {},
    open: async () => ({ status: 'cancelled', reason: 'aborted' }),
  }
}

function Refusal({ result }: { result: Extract<ConnectAddressResult, { ok: false }> }): ReactNode {
  const field = fieldFor(result.option)
  const [, message = result.message, link] =
    /^(?:Smartcar Connect: )?(.*?)(?: See (https:\S+))?$/s.exec(result.message) ?? []
  return (
    <div className="pg-problem" role="alert">
      <p>
        {message} {link && <a href={link}>Read more</a>}
      </p>
      {field && (
        <button type="button" onClick={() => showField(field)}>
          Go to the field
        </button>
      )}
    </div>
  )
}

function Simulator({
  simulator,
  onRetry,
}: {
  simulator: SimulatorState
  onRetry: () => void
}): ReactNode {
  if (simulator === 'starting') {
    return (
      <p className="pg-note" role="status">
        Starting the simulator…
      </p>
    )
  }
  if (simulator === 'ready') {
    return (
      <p className="pg-note" role="status">
        The simulator is ready. Any email and password work; use made-up ones.
      </p>
    )
  }
  return (
    <div className="pg-problem" role="alert">
      <p>
        <b>{simulator.title}</b> {simulator.advice}
      </p>
      {simulator.canRetry && (
        <button type="button" onClick={onRetry}>
          Start again
        </button>
      )}
    </div>
  )
}

function Cars({ connect }: { connect: PlaygroundConnect['connect'] }): ReactNode {
  const session = useSmartcarConnect<Car[]>(connect)
  if (session.status !== 'connected') return null
  return (
    <ul className="pg-cars">
      {session.data.map(({ id, year, make, model }) => (
        <li key={id}>{carName({ make, model, year }) || id}</li>
      ))}
    </ul>
  )
}
