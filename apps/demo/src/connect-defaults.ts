// What the demo asks Connect for, and where the grant goes.

import type { ConnectDefaults, Presentation } from 'smartcar-connect-react'

/** Where Connect is: the simulator, never the real one. */
export const connectOrigin: string = import.meta.env.VITE_CONNECT_ORIGIN

/** The options that every connection of the demo shares. */
export const connectDefaults: ConnectDefaults = {
  clientId: 'demo-client',
  redirectUri: `${location.origin}/smartcar-redirect.html`,
  connectOrigin,
  mode: 'simulated',
  // Without its name a car means little to a person; the figures are theirs to share or not.
  scope: ['required:read_vehicle_info', 'read_odometer', 'read_battery'],
  exchange: '/api/smartcar/exchange',
  presentation: presentationOf(location.search),
  session: sessionOf(location.search),
}

// `?session=server` lets the backend make state and address.
function sessionOf(search: string): string | undefined {
  const maker = new URLSearchParams(search).get('session')
  return maker === 'server' ? '/api/smartcar/session' : undefined
}

// `?presentation=redirect` shows how it is without a popup.
function presentationOf(search: string): Presentation | undefined {
  const name = new URLSearchParams(search).get('presentation')
  return name === 'redirect' || name === 'auto' ? name : undefined
}
