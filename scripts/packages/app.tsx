// An app in TypeScript, compiled against the packed packages with old and new versions of its tools.

import 'smartcar-connect-react/styles.css'
import { createRef, type ReactElement, useState } from 'react'
import { createConnect, type Session } from 'smartcar-connect'
import { diagnoseConnect } from 'smartcar-connect/diagnose'
import { finishConnect } from 'smartcar-connect/redirect'
import { redirectPage } from 'smartcar-connect/redirect-page'
import {
  BrandPicker,
  brands,
  ConnectButton,
  ConnectStatus,
  permissions,
  type Scope,
  ScopePicker,
  SmartcarConnectProvider,
  useBrandPicker,
  useScopePicker,
  useSmartcarConnect,
} from 'smartcar-connect-react'
import { de } from 'smartcar-connect-react/locales/de'
import { createFakeConnect } from 'smartcar-connect-react/testing'

type Car = { make: string }

const options = { clientId: 'app', redirectUri: '/redirect.html', exchange: '/api' }
const outside = createConnect<Car[]>(options)

/** Uses every component and every hook, each with the props that it needs and some that it may have. */
export function App(): ReactElement {
  const [scope, setScope] = useState<readonly Scope[]>(['required:read_vin'])
  const [make, setMake] = useState('')
  const connect = useSmartcarConnect<Car[]>({ ...options, scope, make })
  return (
    <SmartcarConnectProvider {...options} labels={de}>
      <ScopePicker value={scope} onValueChange={setScope} locked={['read_vin']} ref={createRef()} />
      <BrandPicker value={make} onValueChange={setMake} brands={brands} country="DE" />
      <ConnectButton<Car[]> ref={createRef()} onSuccess={cars => words(cars[0]?.make)} />
      <ConnectButton {...options}>
        {session => (session.status === 'connected' ? 'Again' : 'Connect')}
      </ConnectButton>
      <ConnectButton connect={outside} className="mine" />
      <button {...connect.buttonProps}>{sentence(connect)}</button>
      <ConnectStatus session={connect} ref={createRef()} />
      <ConnectStatus connect={createFakeConnect<Car[]>()} />
      <Headless />
    </SmartcarConnectProvider>
  )
}

function Headless(): ReactElement {
  const scopes = useScopePicker({ defaultValue: permissions.map(permission => permission.name) })
  const makes = useBrandPicker()
  return (
    <>
      {scopes.groups.map(group => (
        <input key={group.access} {...scopes.groupProps(group)} />
      ))}
      <fieldset {...makes.listProps}>
        {makes.groups
          .flatMap(group => group.items)
          .map(item => (
            <input key={item.id} {...makes.radioProps(item)} />
          ))}
      </fieldset>
    </>
  )
}

function sentence(session: Session<Car[]>): string {
  return session.status === 'connected' ? words(session.data[0]?.make) : session.status
}

/** Uses the entries that are no components. */
export async function check(): Promise<string> {
  if (location.pathname === options.redirectUri) finishConnect()
  const findings = await diagnoseConnect(options)
  return redirectPage().html + findings.length
}

function words(make = 'No car'): string {
  return make
}
