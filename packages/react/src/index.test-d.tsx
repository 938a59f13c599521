// What the types allow and refuse.

import { createConnect } from 'smartcar-connect'
import { ConnectButton, SmartcarConnectProvider } from './index.ts'
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
]

/** Refused, as it would be ignored. */
export const refused = [
  // @ts-expect-error A connection has its own callbacks.
  <ConnectButton key="1" connect={connect} onSuccess={() => {}} />,
  // @ts-expect-error A connection has its own options.
  <ConnectButton key="2" connect={connect} scope={['read_vin']} />,
  // @ts-expect-error A real connection cannot call the callbacks of the components below.
  <SmartcarConnectProvider key="3" connect={connect} />,
]
