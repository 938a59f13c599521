// The page, rendered on the server with the cars of whoever asks for it.

import { data, useRevalidator } from 'react-router'
import { ConnectStatus, useSmartcarConnect } from 'smartcar-connect-react'
import type { Route } from './+types/home'
import { type Car, carsOf } from './smartcar.server'
import { newUserCookie, userOf } from './user-of.server'

export async function loader({ request }: Route.LoaderArgs) {
  const user = userOf(request)
  if (user) return data(await carsOf(user))
  return data<Car[]>([], { headers: { 'Set-Cookie': newUserCookie() } })
}

export default function Home({ loaderData: cars }: Route.ComponentProps) {
  const { revalidate } = useRevalidator()
  const connect = useSmartcarConnect({
    backend: '/api/smartcar',
    onSuccess: () => revalidate(),
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
