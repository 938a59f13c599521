// The figures of a car, whichever way it was connected.

import type { ReactNode } from 'react'
import type { Figure as FigureOf } from '../../api/figure.ts'
import { useWords } from '../words/use-language.ts'
import { Charge } from './charge.tsx'
import { Figure } from './figure.tsx'

type CarFiguresProps = {
  /** Kilometres driven. */
  odometer: FigureOf<number>
  /** Charge in percent, 0 to 100. */
  charge: FigureOf<number>
  /** Range in kilometres. */
  range: FigureOf<number>
  /** More figures. @default none */
  children?: ReactNode
}

/** What every car shows, and what else this one does. */
export function CarFigures({ odometer, charge, range, children }: CarFiguresProps): ReactNode {
  const { figures } = useWords()
  return (
    <dl className="figures">
      <Figure label={figures.odometer} figure={odometer} large />
      <Figure label={figures.battery} figure={charge}>
        {'value' in charge && <Charge percent={charge.value} />}
      </Figure>
      <Figure label={figures.range} figure={range} />
      {children}
    </dl>
  )
}
