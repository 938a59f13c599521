// A step of an app's onboarding: why, what is asked for, and the button.

import { ConnectIntro } from 'smartcar-connect-react'

const scope = ['required:read_vehicle_info', 'read_odometer', 'read_battery']

export function OnboardingCard() {
  return (
    <ConnectIntro
      title="Let’s find your car"
      reasons={[
        'See its range before you set off.',
        'Get a reminder when a service is due.',
        'Nothing to plug in: your car is online already.',
      ]}
      scope={scope}
    />
  )
}
