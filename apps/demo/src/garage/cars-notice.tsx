// What is in the place of the cars while there are none to show: that they are looked for, or why they are not there.

import { type ReactNode, useState } from 'react'
import { useWords } from '../words/use-language.ts'
import type { GarageState } from './garage-state.ts'

/** After a failure the alert stays while it is loaded again, and its button keeps the focus. */
export function CarsNotice({ garage }: { garage: GarageState }): ReactNode {
  const words = useWords()
  const [lastProblem, setLastProblem] = useState('')
  const isLoading = garage.status === 'loading'
  const problem = garage.status === 'failed' ? garage.problem : isLoading ? lastProblem : ''
  if (problem !== lastProblem) setLastProblem(problem)
  if (!problem) return isLoading && <div className="card ghost" />
  return (
    <div className="card notice" role="alert" aria-busy={isLoading}>
      <h2>{words.notLoaded}</h2>
      <p>{problem}</p>
      <button
        type="button"
        aria-disabled={isLoading}
        onClick={garage.status === 'failed' ? garage.onRetry : undefined}
      >
        {words.loadAgain}
      </button>
    </div>
  )
}
