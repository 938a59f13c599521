// What the types allow and refuse.

import { createConnect } from 'smartcar-connect'
import { expectTypeOf } from 'vitest'
import { ConnectButton, SmartcarConnectProvider, useSmartcarConnect } from './index.ts'
import { createFakeConnect } from './testing.ts'

type Car = { make: string }

const options = { clientId: 'app', redirectUri: '/r.html', exchange: '/api' }
const connect = createConnect<Car[]>(options)

/** Allowed. */
export const allowed = [
  <ConnectButton key="1" {...options} />,
  <ConnectButton<Car[]> key="2" onSuccess={cars => cars[0]?.make} />,
  <ConnectButton
    key="3"
    {...options}
    exchange={async () => 1}
    onSuccess={count => count.toFixed()}
  />,
  <ConnectButton key="4" connect={connect} className="mine">
    {session => (session.status === 'connected' ? session.data[0]?.make : 'Connect')}
  </ConnectButton>,
  <ConnectButton key="5" connect={undefined} {...options} />,
  <SmartcarConnectProvider key="6" connect={createFakeConnect<Car[]>()} />,
  <ConnectButton key="7" backend="/api/smartcar" />,
  <ConnectButton<Car[]> key="8" backend="/api/smartcar" onSuccess={cars => cars[0]?.make} />,
  <SmartcarConnectProvider key="9" backend="/api/smartcar" appUser="ann" />,
]

/** What the backend answers is what the app says it is, or what `onSuccess` takes; unknown otherwise. */
export function useData(): void {
  const backend = '/api/smartcar'
  const named = useSmartcarConnect<Car[]>({ backend, onSuccess: cars => cars[0]?.make })
  if (named.status === 'connected') expectTypeOf(named.data).toEqualTypeOf<Car[]>()
  const inferred = useSmartcarConnect({ backend, onSuccess: (_: Car[]) => {} })
  if (inferred.status === 'connected') expectTypeOf(inferred.data).toEqualTypeOf<Car[]>()
  const unknown = useSmartcarConnect({ backend })
  if (unknown.status === 'connected') expectTypeOf(unknown.data).toBeUnknown()
  // @ts-expect-error The backend decides what Connect is asked for.
  useSmartcarConnect({ backend, scope: ['read_vin'] })
  // @ts-expect-error The backend has an exchange of its own.
  useSmartcarConnect({ backend, exchange: '/api/exchange' })
}

/** Refused, as it would be ignored. */
export const refused = [
  // @ts-expect-error A connection has its own callbacks.
  <ConnectButton key="1" connect={connect} onSuccess={() => {}} />,
  // @ts-expect-error A connection has its own options.
  <ConnectButton key="2" connect={connect} scope={['read_vin']} />,
  // @ts-expect-error A real connection cannot call the callbacks of the components below.
  <SmartcarConnectProvider key="3" connect={connect} />,
  // @ts-expect-error The backend decides what Connect is asked for.
  <ConnectButton key="4" backend="/api/smartcar" clientId="app" />,
  // @ts-expect-error The backend has an exchange of its own.
  <ConnectButton key="5" {...options} backend="/api/smartcar" />,
  // @ts-expect-error A connection has its own backend.
  <ConnectButton key="6" connect={connect} backend="/api/smartcar" />,
  // @ts-expect-error The two ways do not go together.
  <SmartcarConnectProvider key="7" backend="/api/smartcar" exchange="/api/exchange" />,
]
