// A step of a checkout: it can be skipped, and what was entered before stays.

import { type Connect, ConnectButton, ConnectStatus } from 'smartcar-connect-react'

type CheckoutStepProps = { connect: Connect; onSkip: () => void }

export function CheckoutStep({ connect, onSkip }: CheckoutStepProps) {
  return (
    <section className="pattern-step">
      <p>Step 2 of 3</p>
      <h3>Pay by the mile</h3>
      <p>
        We read your odometer once a month, and nothing else. You keep your discount for a year.
      </p>
      <ConnectButton connect={connect} fullWidth>
        Connect and save 15 %
      </ConnectButton>
      <ConnectStatus connect={connect} />
      <button type="button" data-sc="button" data-variant="quiet" onClick={onSkip}>
        Send photos of the odometer instead
      </button>
    </section>
  )
}
