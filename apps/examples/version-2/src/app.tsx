// The page: the cars that the server knows, and the button.

import { useEffect, useState } from 'react'
import { ConnectStatus, useSmartcarConnect } from 'smartcar-connect-react'
import type { Car } from '../smartcar.ts'

const { VITE_CLIENT_ID, VITE_CONNECT_ORIGIN } = import.meta.env

export function App() {
  const [cars, setCars] = useState<Car[]>([])
  useEffect(() => {
    fetch('/api/cars')
      .then(response => response.json())
      .then(setCars, console.error)
  }, [])
  const connect = useSmartcarConnect<Car[]>({
    clientId: VITE_CLIENT_ID,
    connectOrigin: VITE_CONNECT_ORIGIN,
    redirectUri: '/api/smartcar/redirect',
    scope: ['required:read_vehicle_info', 'read_odometer'],
    exchange: '/api/smartcar/exchange',
    onSuccess: setCars,
    onError: error => console.error(error),
  })
  return (
    <main>
      <h1>My garage</h1>
      <ul>
        {cars.map(({ id, name, odometer }) => (
          <li key={id}>
            {name}: {odometer}
          </li>
        ))}
      </ul>
      <button {...connect.buttonProps}>Connect your car</button>
      <ConnectStatus session={connect} />
    </main>
  )
}
