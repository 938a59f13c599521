// The types as an app meets them. Checked by the compiler; nothing here runs.

import { expectTypeOf } from 'vitest'
import {
  buildConnectUrl,
  type Connect,
  ConnectError,
  type ConnectOptions,
  type ConnectParams,
  createConnect,
  type FullGrant,
  type Grant,
  permissions,
  type Session,
  type Settled,
} from './index.ts'

type Car = { id: string }

// What the exchange gives is what the session holds.
const connect = createConnect({
  clientId: 'app',
  redirectUri: 'https://app.example/redirect.html',
  exchange: async (grant, { signal }): Promise<Car[]> => {
    expectTypeOf(grant).toEqualTypeOf<FullGrant>()
    expectTypeOf(signal).toEqualTypeOf<AbortSignal>()
    return []
  },
  onSuccess(data, grant) {
    expectTypeOf(data).toEqualTypeOf<Car[]>()
    expectTypeOf(grant).toEqualTypeOf<Grant>()
  },
})
expectTypeOf(connect).toEqualTypeOf<Connect<Car[]>>()
expectTypeOf(connect.open()).toEqualTypeOf<Promise<Settled<Car[]>>>()
expectTypeOf(createConnect<Car>({ exchange: '/api' }).getSession()).toEqualTypeOf<Session<Car>>()

// A status tells what else is there.
const session = connect.getSession()
if (session.status === 'connected') expectTypeOf(session.data).toEqualTypeOf<Car[]>()
if (session.status === 'waiting') expectTypeOf(session.popup).toEqualTypeOf<'open' | 'lost'>()
if (session.status === 'failed') expectTypeOf(session.error).toEqualTypeOf<ConnectError>()
// @ts-expect-error: there is no data before there is a connection
session.data

// The code is for the exchange alone.
expectTypeOf<FullGrant>().toExtend<Grant>()
expectTypeOf<Grant>().not.toHaveProperty('code')

// Scopes are suggested and stay open to new names; other choices are closed.
expectTypeOf(permissions[0]?.access).toEqualTypeOf<'read' | 'control' | undefined>()
const params: ConnectParams = { scope: ['read_vin', 'required:read_odometer', 'control_ignition'] }
expectTypeOf(buildConnectUrl(params, 'token')).toEqualTypeOf<URL>()
// @ts-expect-error: not a mode
params.mode = 'production'
// @ts-expect-error: not an option
const unknown: ConnectParams = { scopes: [] }
// @ts-expect-error: the grant has to go somewhere
const without: ConnectOptions = { clientId: 'app' }

// A backend decides all but what belongs to the page.
const viaBackend = createConnect<Car[]>({
  backend: '/api/smartcar',
  vehicleId: 'car',
  state: 'mine',
  appUser: 'ann',
  instanceId: 'header',
  presentation: 'auto',
  popup: { width: 400 },
  onSuccess: cars => expectTypeOf(cars).toEqualTypeOf<Car[]>(),
})
expectTypeOf(viaBackend).toEqualTypeOf<Connect<Car[]>>()
expectTypeOf(createConnect({ backend: '/api' })).toEqualTypeOf<Connect<unknown>>()
// @ts-expect-error: the backend has an exchange of its own
createConnect({ backend: '/api', exchange: '/api/exchange' })
// @ts-expect-error: the backend starts the sessions
createConnect({ backend: '/api', session: '/api/session' })
// @ts-expect-error: the backend decides what Connect is asked for
createConnect({ backend: '/api', clientId: 'app' })
// On another host than the page, the redirect page is the app's own.
createConnect({ backend: 'https://api.app.example', redirectUri: '/r.html' })
// @ts-expect-error: one address
const several: ConnectOptions = { backend: ['/api'] }

// Every code is known to a switch.
expectTypeOf(new ConnectError('popup_blocked').code).toExtend<string>()
// @ts-expect-error: no such code
new ConnectError('popup_vanished')

export { several, unknown, without }
