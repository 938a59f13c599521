// The page: the cars that the API knows, and the button.

import { redirectUri } from 'virtual:smartcar-connect'
import { useEffect, useState } from 'react'
import { ConnectStatus, useSmartcarConnect } from 'smartcar-connect-react'
import type { Car } from '../api/smartcar.ts'

const api = import.meta.env.VITE_API

export function App() {
  const [cars, setCars] = useState<Car[]>([])
  useEffect(() => {
    fetch(`${api}/cars`, { credentials: 'include' })
      .then(response => response.json())
      .then(setCars, console.error)
  }, [])
  const connect = useSmartcarConnect<Car[]>({
    backend: `${api}/smartcar`,
    redirectUri, // the redirect page is on this page's origin, and the API is not
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
