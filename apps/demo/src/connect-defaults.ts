// The options of every connection of the demo, for each way.

import type { ConnectDefaults, Presentation } from 'smartcar-connect-react'
import type { Way } from './use-way.ts'

/** The origin of Connect: the simulator's, never the real one. */
export const connectOrigin: string = import.meta.env.VITE_CONNECT_ORIGIN

// The backend decides everything else.
const live: ConnectDefaults = {
  backend: '/api/smartcar',
  presentation: presentationOf(location.search),
}

const code: ConnectDefaults = {
  clientId: 'demo-client',
  redirectUri: `${location.origin}/smartcar-redirect.html`,
  connectOrigin,
  mode: 'simulated',
  // A car without a name means little to a person. Whether they share the figures is their choice.
  scope: ['required:read_vehicle_info', 'read_odometer', 'read_battery'],
  exchange: '/api/code/exchange',
  presentation: presentationOf(location.search),
  session: sessionOf(location.search),
}

/** What the demo asks Connect for, and where the grant goes. */
export const connectDefaults: Readonly<Record<Way, ConnectDefaults>> = { live, code }

// With `?session=server` the backend makes state and address, also for a code.
function sessionOf(search: string): string | undefined {
  const maker = new URLSearchParams(search).get('session')
  return maker === 'server' ? '/api/code/session' : undefined
}

// With `?presentation=redirect` Connect opens in this tab.
function presentationOf(search: string): Presentation | undefined {
  const name = new URLSearchParams(search).get('presentation')
  return name === 'redirect' || name === 'auto' ? name : undefined
}
