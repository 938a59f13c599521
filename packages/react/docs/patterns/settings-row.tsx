// A row in an app's settings: the state at a glance, and one quiet action.

import {
  type CarDetails,
  type Connect,
  ConnectButton,
  ConnectStatus,
  carName,
  DisconnectButton,
} from 'smartcar-connect-react'

// `connect` is made outside: the button goes when the car is there, and the session goes on.
type SettingsRowProps = { car?: CarDetails & { id: string }; connect: Connect }

export function SettingsRow({ car, connect }: SettingsRowProps) {
  return (
    <section className="pattern-row">
      <div>
        <h3>Your car</h3>
        <p>{car ? carName(car) : 'Not connected. Needed for automatic mileage.'}</p>
        <ConnectStatus connect={connect} />
      </div>
      {car ? (
        <DisconnectButton car={car} onDisconnected={connect.reset} />
      ) : (
        <ConnectButton connect={connect} variant="secondary" size="compact" />
      )}
    </section>
  )
}
