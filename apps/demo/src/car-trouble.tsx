// Why a car shows no figures, and the button that mends it.

import type { ReactNode } from 'react'
import type { Car } from '../api/car.ts'

type CarTroubleProps = {
  /** What the car needs from the person. */
  trouble: NonNullable<Car['trouble']>
  /** The car's name, so that the buttons of several cars can be told apart. */
  name: string
  /** Called in the click, so that it can open a popup. */
  onMend: () => void
}

const words = {
  sign_in_again: {
    reason: 'This car’s account asks you to sign in once more before it shares anything.',
    action: 'Sign in again',
  },
  connect_again: {
    reason: 'The connection to this car has ended. Connect it again to see its figures.',
    action: 'Connect again',
  },
} as const

/** One sentence and one button instead of the figures. */
export function CarTrouble({ trouble, name, onMend }: CarTroubleProps): ReactNode {
  const { reason, action } = words[trouble]
  return (
    <div className="trouble" data-trouble={trouble}>
      <p>{reason}</p>
      <button type="button" aria-label={`${action}: ${name}. Opens a new window`} onClick={onMend}>
        {action}
      </button>
    </div>
  )
}
