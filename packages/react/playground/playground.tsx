// The Playground: the real button and the real popup, with the simulator in Smartcar's place.

import './playground.css'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { connectParams } from './code/connect-params.ts'
import { ScenarioField } from './form/scenario-field.tsx'
import { SettingsForm } from './form/settings-form.tsx'
import { fieldFor } from './form/show-field.ts'
import { connectAddress } from './result/connect-address.tsx'
import { EventLog } from './result/event-log.tsx'
import { HandOn } from './result/hand-on.tsx'
import { type SimulatorState, TryIt } from './result/try-it.tsx'
import { usePlaygroundConnect } from './result/use-playground-connect.ts'
import { redirectUriAt, simulatorPath } from './simulator/application.ts'
import { openInSimulator } from './simulator/open-in-simulator.ts'
import { startSimulator } from './simulator/start-simulator.ts'
import { defaults } from './state/playground-state.ts'
import { type Toolbar, usePlaygroundState } from './state/use-playground-state.ts'

/** What the page around it gives. */
export type PlaygroundProps = {
  /** Values from the address: `link` by `encodeLink`, or values by name. */
  given: Readonly<Record<string, unknown>>
  /** Language and theme of the toolbar. */
  toolbar: Toolbar
  /** Called with the link of every new state, and with language and theme, for address and toolbar. */
  onChange: (link: string, toolbar: Toolbar) => void
}

// A link that somebody made up may have any number.
const mostProblems = 5
const home = new URL('.', document.baseURI)

/** A form on one side; the button, what happened and what can be handed on on the other. */
export function Playground({ given, toolbar, onChange }: PlaygroundProps): ReactNode {
  const { state, problems, change } = usePlaygroundState(given, toolbar, onChange)
  const [simulator, retry] = useSimulator()
  const { connect, log, clear } = usePlaygroundConnect(home, state)
  const result = connectAddress(connectParams(state, redirectUriAt(home)))
  const form = { state, change, wrong: result.ok ? undefined : fieldFor(result.option) }

  return (
    <div className="pg" lang="en">
      {problems.length > 0 && (
        <div className="pg-problem pg-link" role="alert">
          {problems.slice(0, mostProblems).map(problem => (
            <p key={problem}>{problem}</p>
          ))}
          {problems.length > mostProblems && <p>And {problems.length - mostProblems} more.</p>}
        </div>
      )}
      <section className="pg-try" aria-labelledby="pg-try">
        <h2 id="pg-try">Try it</h2>
        <ScenarioField {...form} />
        <TryIt
          home={home}
          state={state}
          connect={connect}
          result={result}
          simulator={simulator}
          onRetry={retry}
        />
      </section>
      <section className="pg-form" aria-labelledby="pg-form">
        <h2 id="pg-form">Settings</h2>
        <SettingsForm {...form} />
        <button
          type="button"
          onClick={() => {
            change(defaults)
            clear()
          }}
        >
          Start over
        </button>
      </section>
      <section className="pg-happened" aria-labelledby="pg-happened">
        <h2 id="pg-happened">What happened</h2>
        <EventLog entries={log} />
        {log.length > 0 && (
          <button type="button" onClick={clear}>
            Clear
          </button>
        )}
      </section>
      <section className="pg-hand-on" aria-labelledby="pg-hand-on">
        <h2 id="pg-hand-on">Hand it on</h2>
        <HandOn home={home} state={state} result={result} />
      </section>
    </div>
  )
}

function useSimulator(): [SimulatorState, () => void] {
  const [simulator, setSimulator] = useState<SimulatorState>('starting')
  const start = useCallback(() => {
    setSimulator('starting')
    void startSimulator(home).then(problem => setSimulator(problem ?? 'ready'))
  }, [])
  useEffect(() => {
    start()
    return openInSimulator(simulatorPath(home))
  }, [start])
  return [simulator, start]
}
