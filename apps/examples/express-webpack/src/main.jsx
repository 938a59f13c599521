// The page: the cars that the server knows, and the button.

import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { ConnectStatus, useSmartcarConnect } from 'smartcar-connect-react'
import 'smartcar-connect-react/styles.css'

function App() {
  const [cars, setCars] = useState([])
  useEffect(() => {
    fetch('/api/cars')
      .then(response => response.json())
      .then(setCars, console.error)
  }, [])
  const connect = useSmartcarConnect({
    backend: '/api/smartcar',
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

createRoot(document.getElementById('root')).render(<App />)
