// A screen about one car: its figures are the app's, the rest is the library's.

import {
  ConnectedCar,
  type ConnectedVehicle,
  DisconnectButton,
  ReconnectBanner,
} from 'smartcar-connect-react'

type ChargingScreenProps = { cars: readonly ConnectedVehicle[]; percent: number }

export function ChargingScreen({ cars, percent }: ChargingScreenProps) {
  return (
    <div className="pattern-charging">
      <ReconnectBanner cars={cars} />
      {cars.map(car => (
        <ConnectedCar key={car.id} car={car} actions={<DisconnectButton car={car} />}>
          {car.state === 'connected' && (
            <p>
              <strong>{percent} %</strong> Full by 06:30, when it costs least.
            </p>
          )}
        </ConnectedCar>
      ))}
    </div>
  )
}
