// The options of every connection of the demo, for each way.

import type { ConnectDefaults, Presentation, Scope } from 'smartcar-connect-react'
import { type Look, lookPath, simulatorFlags } from './look.ts'
import type { Way } from './way.ts'

/** What is asked for in version 2; in version 3 the backend decides. */
export const codeScope: readonly Scope[] = [
  'required:read_vehicle_info',
  'read_odometer',
  'read_battery',
]

/** The origin of Connect: the simulator's, never the real one. */
export const connectOrigin: string = import.meta.env.VITE_CONNECT_ORIGIN

/**
 * What the demo asks Connect for, and where the grant goes. By version 3 the backend decides: any path
 * below its own is the backend, too, and this one tells it what the simulator should look like.
 */
export function connectDefaults(way: Way, look: Look): ConnectDefaults {
  const presentation = presentationOf(location.search)
  if (way === 'live') return { backend: `/api/smartcar${lookPath(look)}`, presentation }
  return {
    clientId: 'demo-client',
    redirectUri: `${location.origin}/smartcar-redirect.html`,
    connectOrigin,
    mode: 'simulated',
    scope: codeScope,
    exchange: '/api/code/exchange',
    flags: simulatorFlags(look),
    presentation,
    session: sessionOf(location.search),
  }
}

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
