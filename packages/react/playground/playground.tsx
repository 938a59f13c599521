// The Playground: the real button and the real popup, with the simulator in Smartcar's place.

import './playground.css'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import {
  ConnectButton,
  type ConnectParams,
  ConnectStatus,
  createConnect,
  type PopupSize,
} from '../src/index.ts'
import { redirectUriAt, simulatorPath } from './application.ts'
import { ConnectAddress, connectAddress } from './connect-address.tsx'
import { EventLog, type LogEntry } from './event-log.tsx'
import { type Car, exchangeWithSimulator } from './exchange-with-simulator.ts'
import { openInSimulator, startSimulator } from './start-simulator.ts'

/** Every parameter of Connect, the popup's size, and how the simulator behaves. */
export type PlaygroundProps = Omit<ConnectParams, 'redirectUri' | 'connectOrigin' | 'appOrigin'> & {
  /** The popup's size. @default { width: 500, height: 720 } */
  popup?: PopupSize
  /** How the simulator behaves. */
  scenario: string
  /** The language of the simulator's pages. @default the browser's */
  language?: string
  /** The colours of the simulator's pages. @default the browser's */
  theme?: 'light' | 'dark'
}

const home = new URL('.', document.baseURI)

/** A button, the address that it opens, and what happens. Storybook's controls are the form. */
export function Playground({
  scenario,
  language,
  theme,
  popup,
  ...given
}: PlaygroundProps): ReactNode {
  const [simulator, setSimulator] = useState('starting')
  const [log, setLog] = useState<readonly LogEntry[]>([])
  const params = { ...given, redirectUri: redirectUriAt(home) }
  const address = connectAddress(params)
  // Only the simulator knows these flags, so they are in no address of the provider.
  const simulatorFlags = { scenario, ...(language && { language }), ...(theme && { theme }) }
  const [latest] = useState<{
    simulatorFlags: Record<string, string>
    params: ConnectParams
    popup?: PopupSize
  }>({ simulatorFlags, params })

  useEffect(() => {
    Object.assign(latest, { simulatorFlags, params, popup })
  })
  useEffect(() => {
    startSimulator(home).then(
      () => setSimulator('ready'),
      error => setSimulator(String(error.message)),
    )
    return openInSimulator(simulatorPath(home))
  }, [])

  const isRefused = typeof address === 'string'
  const connect = useMemo(
    () =>
      isRefused
        ? undefined
        : createConnect<Car[]>(() => ({
            ...latest.params,
            flags: { ...latest.params.flags, ...latest.simulatorFlags },
            connectOrigin: location.origin,
            popup: latest.popup,
            exchange: (grant, { signal }) => exchangeWithSimulator(home, grant, signal),
            onEvent: session =>
              setLog(entries => [...entries, { id: entries.length, timeMs: Date.now(), session }]),
          })),
    [latest, isRefused],
  )

  return (
    <div className="pg">
      <section aria-labelledby="pg-try">
        <h2 id="pg-try">Try it</h2>
        {connect && simulator === 'ready' ? (
          <>
            <ConnectButton connect={connect} />
            <ConnectStatus connect={connect} />
          </>
        ) : (
          <button type="button" data-sc="button" aria-disabled="true">
            Connect your car
          </button>
        )}
        <p className="pg-note" data-simulator={simulator === 'ready' ? simulator : undefined}>
          {simulator === 'ready'
            ? 'The simulator is ready. Any email and password work; use made-up ones.'
            : simulator === 'starting'
              ? 'Starting the simulator…'
              : simulator}
        </p>
        <Cars log={log} />
      </section>
      <section aria-labelledby="pg-address">
        <h2 id="pg-address">The address</h2>
        <ConnectAddress address={address} />
        <p className="pg-note">
          At Smartcar it would be this one. Here the popup opens the simulator, in the scenario{' '}
          <code>{scenario}</code>.
        </p>
      </section>
      <section aria-labelledby="pg-events">
        <h2 id="pg-events">What happened</h2>
        <EventLog entries={log} />
      </section>
    </div>
  )
}

function Cars({ log }: { log: readonly LogEntry[] }): ReactNode {
  const session = log.at(-1)?.session
  if (session?.status !== 'connected') return null
  const cars = session.data as Car[]
  return (
    <ul className="pg-cars">
      {cars.map(({ id, year, make, model }) => (
        <li key={id}>{make ? `${year} ${make} ${model}` : id}</li>
      ))}
    </ul>
  )
}
