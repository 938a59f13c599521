// One figure of a car.

import type { ReactNode } from 'react'
import type { Figure as FigureOf } from '../../api/figure.ts'
import { useWords } from '../words/use-language.ts'
import { Age } from './age.tsx'

type FigureProps<T> = {
  /** What is measured. */
  label: string
  /** The value with its unit and age, or why there is none. */
  figure: FigureOf<T>
  /** What each value is called, for values that are no numbers. @default the value */
  words?: (value: T) => string
  /** Takes the whole width. @default false */
  large?: boolean
  /** Shown below the value. @default nothing */
  children?: ReactNode
}

/** A label with its value and its age, or the reason why there is none. For use in a `<dl>`. */
export function Figure<T extends number | boolean>(props: FigureProps<T>): ReactNode {
  const { label, figure, words, large = false, children } = props
  const { language, missing } = useWords()
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 })
  return (
    <div className={large ? 'figure large' : 'figure'} data-kind={figure.kind}>
      <dt>{label}</dt>
      <dd>
        {'value' in figure ? (
          <>
            <span className={words ? 'number word' : 'number'}>
              {words?.(figure.value) ?? whole.format(Number(figure.value))}
            </span>{' '}
            {figure.unit && (
              <span className="unit">{figure.unit === 'percent' ? '%' : figure.unit}</span>
            )}
            {children}
            {figure.at && <Age at={figure.at} isLastSeen={figure.kind === 'last_seen'} />}
          </>
        ) : (
          <span className="missing">{missing[figure.kind]}</span>
        )}
      </dd>
    </div>
  )
}
