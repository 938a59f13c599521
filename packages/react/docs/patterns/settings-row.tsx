// A row in an app's settings: the state at a glance, and one quiet action.

import { type CarDetails, ConnectButton, carName, DisconnectButton } from 'smartcar-connect-react'

type SettingsRowProps = { car?: CarDetails & { id: string } }

export function SettingsRow({ car }: SettingsRowProps) {
  return (
    <section className="pattern-row">
      <div>
        <h3>Your car</h3>
        <p>{car ? carName(car) : 'Not connected. Needed for automatic mileage.'}</p>
      </div>
      {car ? <DisconnectButton car={car} /> : <ConnectButton variant="secondary" size="compact" />}
    </section>
  )
}
