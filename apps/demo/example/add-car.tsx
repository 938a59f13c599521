// The button that connects a car, and its status line.

import { ConnectStatus, useSmartcarConnect } from 'smartcar-connect-react'

type Car = { id: string; make?: string; model?: string }

export function AddCar({ onCars }: { onCars: (cars: Car[]) => void }) {
  const connect = useSmartcarConnect<Car[]>({ backend: '/api/smartcar', onSuccess: onCars })
  return (
    <>
      <button {...connect.buttonProps}>Connect your car</button>
      <ConnectStatus session={connect} />
    </>
  )
}
