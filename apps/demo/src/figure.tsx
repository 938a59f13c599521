// One figure of a car, to be read at a glance.

import type { ReactNode } from 'react'

type FigureProps = {
  label: string
  /** Nothing: the person did not share it, or the car has none. */
  value: number | null | undefined
  unit: string
  /** Takes the whole width. @default false */
  large?: boolean
  children?: ReactNode
}

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })

/** A label with its number, or the plain word that there is none. For use in a `<dl>`. */
export function Figure({ label, value, unit, large = false, children }: FigureProps): ReactNode {
  return (
    <div className={large ? 'figure large' : 'figure'}>
      <dt>{label}</dt>
      <dd>
        {value == null ? (
          <span className="missing">Not shared</span>
        ) : (
          <>
            <span className="number">{whole.format(value)}</span>{' '}
            <span className="unit">{unit}</span>
          </>
        )}
        {children}
      </dd>
    </div>
  )
}
