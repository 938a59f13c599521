'use client'
// The button, and a line that says what happens. The page is rendered again when there is a car.

import { useRouter } from 'next/navigation'
import { ConnectStatus, useSmartcarConnect } from 'smartcar-connect-react'

export function ConnectCar() {
  const router = useRouter()
  const connect = useSmartcarConnect({
    backend: '/api/smartcar',
    onSuccess: () => router.refresh(),
    onError: error => console.error(error),
  })
  return (
    <>
      <button {...connect.buttonProps}>Connect your car</button>
      <ConnectStatus session={connect} />
    </>
  )
}
