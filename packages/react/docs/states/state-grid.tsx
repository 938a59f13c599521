// The button in every state, light, dark and in forced colours, and every line of the status.

import { Fragment, type ReactNode } from 'react'
import '../blocks/blocks.css'
import { ConnectButton, ConnectStatus } from '../../src/index.ts'
import { createFakeConnect } from '../../src/testing.ts'
import { sessions } from '../story-sessions.ts'
import { ForcedColors } from './forced-colors.tsx'

/** One for each look of the button; the rest differ in words alone. */
const buttonStates = [
  'idle',
  'waiting',
  'lost',
  'exchanging',
  'connected',
  'popup_closed',
  'access_denied',
]

function Light({ children }: { children: ReactNode }) {
  return (
    <div className="picture stage sb-unstyled state-picture" style={{ colorScheme: 'light' }}>
      {children}
    </div>
  )
}

function Dark({ children }: { children: ReactNode }) {
  return (
    <div className="picture stage sb-unstyled state-picture" style={{ colorScheme: 'dark' }}>
      {children}
    </div>
  )
}

const grounds = { Light, Dark, 'Forced colours': ForcedColors }

/** Button × state × ground. */
export function ButtonStates() {
  return (
    <div
      className="state-grid"
      style={{ gridTemplateColumns: '9rem repeat(3, minmax(14rem, 1fr))' }}
    >
      <span />
      {Object.keys(grounds).map(name => (
        <strong key={name}>{name}</strong>
      ))}
      {[...buttonStates, 'disabled'].map(state => (
        <Fragment key={state}>
          <code className="unbroken">{state}</code>
          {Object.entries(grounds).map(([name, Ground]) => (
            <Ground key={name}>
              <ConnectButton
                connect={createFakeConnect(sessions[state])}
                {...(state === 'disabled' && { disabled: true })}
              />
            </Ground>
          ))}
        </Fragment>
      ))}
    </div>
  )
}

/** Every sentence of the status line with its actions, light and dark. */
export function StatusLines() {
  const names = Object.keys(sessions).filter(name => name !== 'idle')
  return (
    <div
      className="state-grid"
      style={{ gridTemplateColumns: '13rem repeat(2, minmax(18rem, 1fr))' }}
    >
      <span />
      <strong>Light</strong>
      <strong>Dark</strong>
      {names.map(name => (
        <Fragment key={name}>
          <code className="unbroken">{name}</code>
          {[Light, Dark].map(Ground => (
            <Ground key={Ground.name}>
              <ConnectStatus connect={createFakeConnect(sessions[name])} />
            </Ground>
          ))}
        </Fragment>
      ))}
    </div>
  )
}
