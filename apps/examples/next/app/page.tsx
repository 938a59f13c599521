// The page, rendered on the server with the cars of whoever asks for it.

import { cookies } from 'next/headers'
import { permissions } from 'smartcar-connect-react'
import { carsOf, scope } from '../smartcar'
import { ConnectCar } from './connect-car'

const asked = permissions.filter(({ name }) => scope.join().includes(name))

export default async function Page() {
  const user = (await cookies()).get('user')?.value
  const cars = user ? await carsOf(user) : []
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
      <p>We will ask for: {asked.map(({ title }) => title).join(', ')}.</p>
      <ConnectCar />
    </main>
  )
}
