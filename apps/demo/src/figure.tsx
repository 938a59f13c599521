// One figure of a car.

import type { ReactNode } from 'react'

type FigureProps = {
  /** What is measured. */
  label: string
  /** `null` or `undefined` where the person did not share it, or the car has none. */
  value: number | null | undefined
  /** Shown after the number. */
  unit: string
  /** Takes the whole width. @default false */
  large?: boolean
  /** Shown below the number. @default nothing */
  children?: ReactNode
}

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })

/** A label with its number, or the words *Not shared*. For use in a `<dl>`. */
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
